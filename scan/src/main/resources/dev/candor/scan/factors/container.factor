# What the tool's machine is: a container, a pod, a function, a hosted workspace, a rented machine, and whose.
# Sources: Docker, Podman, systemd (container), Kubernetes, the hosts' documentation of the variables they set, gcp-metadata as knowledge of the files.

# Containers
env container
env DOCKER_CONTAINER
file /.dockerenv
file /.dockerinit
file /run/.containerenv
file /run/systemd/container
file /proc/1/cgroup
file /proc/self/cgroup
file /proc/1/environ
file /proc/1/sched
runs systemd-detect-virt

# Kubernetes and its kind
env KUBERNETES_*
env ECS_CONTAINER_METADATA_URI
env ECS_CONTAINER_METADATA_URI_V4
env NOMAD_ALLOC_ID
file /var/run/secrets/kubernetes.io/serviceaccount/token
file /var/run/secrets/kubernetes.io/serviceaccount/namespace

# Functions and hosted services
env AWS_EXECUTION_ENV
env AWS_LAMBDA_FUNCTION_NAME
env AWS_LAMBDA_RUNTIME_API
env AZURE_FUNCTIONS_ENVIRONMENT
env CF_PAGES
env CLOUD_RUN_EXECUTION
env CLOUD_RUN_JOB
env DENO_DEPLOYMENT_ID
env DYNO
env FLY_APP_NAME
env FLY_MACHINE_ID
env FLY_REGION
env FUNCTIONS_WORKER_RUNTIME
env FUNCTION_NAME
env FUNCTION_REGION
env FUNCTION_SIGNATURE_TYPE
env FUNCTION_TARGET
env GAE_ENV
env GAE_INSTANCE
env GAE_MODULE_NAME
env GAE_MODULE_VERSION
env GAE_SERVICE
env GAE_VERSION
env K_CONFIGURATION
env K_REVISION
env K_SERVICE
env NETLIFY
env NOW_BUILDER
env RAILWAY_*
env RENDER
env RENDER_SERVICE_ID
env SPACE_CREATOR_USER_ID
env VERCEL
env VERCEL_DEPLOYMENT_ID
env VERCEL_ENV
env VERCEL_PROJECT_ID
env VERCEL_REGION
env WEBSITE_INSTANCE_ID
env WEBSITE_SITE_NAME
env WEBSITE_SKU

# Hosted workspaces
env C9_PID
env C9_USER
env CLAUDE_CODE_CONTAINER_ID
env CLAUDE_CODE_REMOTE
env CLAUDE_CODE_REMOTE_ENVIRONMENT_TYPE
env CLOUD_SHELL
env CLOUD_SHELL_VERSION
env CODER
env CODER_WORKSPACE_NAME
env CODESPACES
env CODESPACE_NAME
env DAYTONA_WS_ID
env DEVPOD
env DEVPOD_WORKSPACE_UID
env EDITOR_IN_CLOUD_SHELL
env GITPOD_*
env GOOGLE_CLOUD_WORKSTATIONS
env PROJECT_DOMAIN
env REMOTE_CONTAINERS
env REPLIT_USER
env REPL_ID
env REPL_SLUG
js require("vscode").env.remoteName

# Rented machines, by the maker that their firmware names or by the host's metadata service
file /sys/class/dmi/id/bios_date
file /sys/class/dmi/id/bios_vendor
file /sys/class/dmi/id/board_vendor
file /sys/class/dmi/id/chassis_asset_tag
file /sys/class/dmi/id/product_name
file /sys/class/dmi/id/sys_vendor
file /latest/dynamic/instance-identity/document
file /latest/meta-data/instance-id
file /latest/meta-data/instance-type
file /metadata/instance
file /computeMetadata/v1/instance

library require("is-docker")()
library require("is-inside-container")()
library require("gcp-metadata").isAvailable()
library require("gcp-metadata").getGCPResidency()

package dev.candor.wire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessToolTest {
  private static List<Tool> named(String... names) {
    return Stream.of(names).map(name -> new Tool(name, Json.object())).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read",
        "read_file",
        "list_directory",
        "LS",
        "Glob",
        "grep_search",
        "listFiles",
        "search_file_content",
        "todo_read",
        "view_image",
        "update_plan",
        "readfile"
      })
  void callsWhatOnlyLooks(String name) {
    assertThat(HarmlessTool.isHarmless(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bash",
        "Write",
        "Edit",
        "MultiEdit",
        "NotebookRead",
        "TodoWrite",
        "todowrite",
        "WebSearch",
        "google_web_search",
        "web_fetch",
        "run_shell_command",
        "exec_command",
        "write_stdin",
        "delete_list",
        "AskUserQuestion",
        "request_user_input",
        "ExitPlanMode",
        "lsp",
        "apply_patch",
        "spawn_agent",
        "Task",
        "",
        "!!"
      })
  void leavesTheRest(String name) {
    assertThat(HarmlessTool.isHarmless(name)).isFalse();
  }

  @Test
  void prefersWhatListsTheWorkFolder() {
    List<Tool> tools =
        named("Bash", "ListMcpResourcesTool", "list_tasks", "Read", "Grep", "list_directory");

    assertThat(HarmlessTool.among(tools))
        .hasValueSatisfying(tool -> assertThat(tool.name()).isEqualTo("list_directory"));
    assertThat(HarmlessTool.among(named("Bash", "Edit"))).isEmpty();
  }
}

package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Packed rules of time zones. */
@AutoService(Twin.class)
public final class ZoneData implements Twin {
  @Override
  public String name() {
    return "zone-data";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @rules = [
          "Europe/Berlin|CET CEST|-10 -20|01010101|2Vd0 1qM0 WM0 1qM0 WM0",
          "America/Chicago|CST CDT|60 50|01010101|1zb0 Op0 1zb0 Rd0 1zb0",
          "Asia/Shanghai|CST CDT|-80 -90|010101|1tVz0 16L0 1tVz0",
          "Asia/Tokyo|JST JDT|-90 -a0|010101|13bO0 0 c0n",
          "Australia/Sydney|AEST AEDT|-a0 -b0|010101|1cM0 1cM0 1cM0",
          "Pacific/Auckland|NZST NZDT|-c0 -d0|01010|1C10 1a00 1fA0"
        ];
        const @links = "Asia/Shanghai|Asia/Chongqing,Asia/Shanghai|PRC,Asia/Tokyo|Japan,Europe/Berlin|Arctic/Longyearbyen,Pacific/Auckland|NZ".split(",");
        function @unpackZone(@rule) {
          const [@zone, @abbrs, @offsets] = @rule.split("|");
          return { zone: @zone, abbrs: @abbrs.split(" "), offsets: @offsets.split(" ").map((@n) => parseInt(@n, 16)) };
        }\
        """);
    return new Innocent(
        usual,
        js.code("@rules.map(@unpackZone).length + @links.length"),
        "A packed list with zone names that is split, but in clear and used to compute local times.");
  }
}

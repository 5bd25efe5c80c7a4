package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A decoder of HTML entities. */
@AutoService(Twin.class)
public final class EntityTable implements Twin {
  @Override
  public String name() {
    return "entity-table";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @packed = "quot:22,amp:26,lt:3c,gt:3e,nbsp:a0,iexcl:a1,cent:a2,pound:a3,yen:a5,sect:a7,copy:a9,laquo:ab,reg:ae,deg:b0,para:b6,middot:b7,raquo:bb,frac12:bd,Auml:c4,Eacute:c9,Ouml:d6,times:d7,szlig:df,agrave:e0,auml:e4,eacute:e9,ouml:f6,uuml:fc,ndash:2013,mdash:2014,lsquo:2018,rsquo:2019,ldquo:201c,rdquo:201d,hellip:2026,prime:2032,euro:20ac";
        const @entities = new Map(@packed.split(",").map((@pair) => {
          const [@entity, @hex] = @pair.split(":");
          return [@entity, String.fromCodePoint(parseInt(@hex, 16))];
        }));
        function @unescapeHtml(@text) {
          return @text.replace(/&(\\w+);/g, (@whole, @entity) => @entities.get(@entity) || @whole);
        }\
        """);
    return new Innocent(
        usual,
        js.code("@unescapeHtml(\"a &lt; b\")"),
        "A packed table that is split and decoded, but all of it can be read in the code.");
  }
}

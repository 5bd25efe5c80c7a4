package dev.candor.specimens.trigger;

import java.util.List;

/** Names that cannot be invented. */
final class WellKnown {
  // Only names of the tz database that no Node renames to an older spelling.
  static final List<String> ZONES =
      List.of(
          ("Africa/Accra Africa/Algiers Africa/Cairo Africa/Casablanca Africa/Harare Africa/Johannesburg"
                  + " Africa/Lagos Africa/Nairobi Africa/Tunis America/Anchorage America/Bogota"
                  + " America/Caracas America/Chicago America/Denver America/Halifax America/Havana"
                  + " America/Lima America/Los_Angeles America/Managua America/Mexico_City"
                  + " America/Montevideo America/New_York America/Panama America/Phoenix America/Recife"
                  + " America/Santiago America/Sao_Paulo America/Toronto America/Vancouver Asia/Almaty"
                  + " Asia/Amman Asia/Baghdad Asia/Baku Asia/Bangkok Asia/Beirut Asia/Colombo"
                  + " Asia/Dhaka Asia/Dubai Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem"
                  + " Asia/Kabul Asia/Karachi Asia/Kuala_Lumpur Asia/Macau Asia/Manila Asia/Riyadh"
                  + " Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Tashkent Asia/Tbilisi"
                  + " Asia/Tehran Asia/Tokyo Asia/Ulaanbaatar Asia/Urumqi Asia/Yerevan"
                  + " Australia/Adelaide Australia/Brisbane Australia/Melbourne Australia/Perth"
                  + " Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin"
                  + " Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Dublin"
                  + " Europe/Helsinki Europe/Istanbul Europe/Lisbon Europe/London Europe/Madrid"
                  + " Europe/Minsk Europe/Moscow Europe/Oslo Europe/Paris Europe/Prague Europe/Riga"
                  + " Europe/Rome Europe/Samara Europe/Sofia Europe/Stockholm Europe/Tallinn"
                  + " Europe/Vienna Europe/Vilnius Europe/Warsaw Europe/Zurich Pacific/Auckland"
                  + " Pacific/Fiji Pacific/Guam Pacific/Honolulu Pacific/Tahiti")
              .split(" "));

  static final List<String> LOCALES =
      List.of(
          ("ar_AE ar_EG ar_SA bg_BG bn_BD cs_CZ da_DK de_AT de_CH de_DE el_GR en_AU en_CA en_GB"
                  + " en_IE en_IN en_NZ en_ZA es_AR es_CL es_CO es_ES es_MX et_EE fa_IR fi_FI fr_BE"
                  + " fr_CA fr_CH fr_FR he_IL hi_IN hr_HR hu_HU id_ID it_IT ja_JP ka_GE kk_KZ ko_KR"
                  + " lt_LT lv_LV ms_MY nb_NO nl_BE nl_NL pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI"
                  + " sr_RS sv_SE ta_IN th_TH tr_TR uk_UA ur_PK vi_VN zh_CN zh_HK zh_SG zh_TW")
              .split(" "));

  private WellKnown() {}
}

import type * as english from "../public-en/unsaved.ts";

/** When what was sent came to nothing, and is given back. */
export const unsavedWords: typeof english.unsavedWords = {
  heading: "Doedd dim modd i ni gadw’r hyn a anfonoch",
  reasons: {
    busy: "Mae gormod yn cael ei gadw ar hyn o bryd. Does dim ohono wedi ein cyrraedd eto.",
    disk: "Nid yw ein disg yn gallu cadw rhagor ar hyn o bryd. Rydym wedi cael gwybod. Does dim ohono wedi ein cyrraedd eto.",
    away: "Ni ellir cyrraedd y lle rydym yn cadw’r hyn sy’n cael ei anfon ar hyn o bryd. Wyddon ni ddim a gyrhaeddodd hwn ef. Gallwch ei anfon eto: does dim yn dod i mewn ddwywaith.",
    "not-allowed":
      "Nid yw eich cyfrif yn agor y dudalen hon bellach. Gofynnwch i arweinydd y tîm adolygu os oes ei hangen arnoch.",
    "not-open":
      "Mae’r tudalennau hyn ar agor am hanner awr ar y tro, ac mae’r amser hwnnw ar ben. Rhowch eich cyfeirnod a’ch cod derbynneb mewn tab arall, yna dewch yn ôl i’r un hwn.",
    "not-found": "Does dim yn y cyfeiriad hwn bellach.",
    "not-read": "Doedd dim modd i ni ddarllen y ffurflen hon.",
    fault: "Aeth rhywbeth o’i le ar ein hochr ni.",
  },
  kept: "Mae eich geiriau yma o hyd: pwyswch y botwm i’w hanfon eto. Os nad yw’n gweithio, copïwch nhw cyn i chi adael y dudalen hon.",
  files: "Mae’n rhaid dewis y ffeiliau a ychwanegoch eto.",
  nothingSent:
    "Does dim o’r hyn a anfonoch o’r blaen wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau.",
  typed: "Yr hyn a deipioch",
  tryAgain: "Rhoi cynnig arall arni",
};

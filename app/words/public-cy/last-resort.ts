import type * as english from "../public-en/last-resort.ts";

/** Of the page that stands where even a page's own error page broke. */
export const lastResortWords: typeof english.lastResortWords = {
  notFound: {
    heading: "Does dim tudalen yn y cyfeiriad hwn",
    advice:
      "Os teipioch y cyfeiriad, gwiriwch ef. Os dilynoch un o’n dolenni, rhowch wybod i ni.",
  },
  notAllowed: {
    heading: "Nid yw eich cyfrif yn agor y dudalen hon",
    advice: "Gofynnwch i arweinydd y tîm adolygu os oes ei hangen arnoch.",
  },
  fault: {
    heading: "Aeth rhywbeth o’i le ar ein hochr ni",
    advice:
      "Mae’r hyn a gadwoch o’r blaen yno o hyd. Rhowch gynnig arall arni ymhen ychydig funudau.",
  },
  whose: (reviewName) => `Dyma borth ${reviewName}.`,
  help: "Os oes angen help arnoch, ysgrifennwch at",
  home: "Mynd i’r dudalen gyntaf",
};

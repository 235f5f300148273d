import type * as english from "../public-en/care.ts";

/** For people to whom answering, or being seen to answer, may do harm. */
export const careWords: typeof english.careWords = {
  heading: "Os oes angen help arnoch nawr",
  summary: "Os yw hyn yn anodd ei ysgrifennu, neu os yw rhywun mewn perygl",
  notRead:
    "Nid ydym yn darllen atebion wrth iddyn nhw gyrraedd, felly ni allwn weithredu arnyn nhw’n gyflym.",
  neutralTitle: "Eich atebion",
  exit: "Gadael y dudalen hon",
  exitMore: "Shift, pwyswch {count} gwaith eto i adael.",
  exitOnce: "Shift, pwyswch 1 waith eto i adael.",
  exiting: "Yn gadael y dudalen hon.",
  exitTold:
    "Mae botwm “Gadael y dudalen hon” ar bob tudalen lle rydych yn ateb. Mae’n mynd â chi i wefan wahanol ar unwaith; lle mae eich porwr yn rhedeg JavaScript, mae pwyso’r fysell Shift 3 gwaith yn gwneud hynny hefyd. Nid yw’n dileu’r hyn a ysgrifennoch yma, na’r tudalennau yn hanes eich porwr.",
  atRisk: {
    heading: "Oes rhywun mewn perygl?",
    label: "Rwy’n poeni y gallai rhywun fod mewn perygl o niwed",
    hint: "Os dewiswch hyn, byddwn yn marcio eich ateb ar gyfer y bobl ar ein tîm sy’n gofalu am hyn. Gall fod yn ddyddiau o hyd cyn i rywun ei ddarllen.",
  },
};

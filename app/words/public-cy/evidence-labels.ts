import type * as english from "../public-en/evidence-labels.ts";

type English = typeof english.evidenceLabels;

const kinds: English["kinds"] = {
  "journal-article": { label: "Erthygl mewn cyfnodolyn" },
  report: {
    label: "Adroddiad",
    hint: "Gan lywodraeth, elusen, cwmni neu unrhyw un arall",
  },
  evaluation: {
    label: "Gwerthusiad o wasanaeth neu raglen",
    hint: "Mae eich un chi eich hun yn cyfrif, wedi’i gyhoeddi neu beidio",
  },
  guidance: { label: "Canllawiau neu safon" },
  book: { label: "Llyfr neu bennod" },
  thesis: { label: "Traethawd ymchwil neu draethawd hir" },
  conference: { label: "Sgwrs neu bapur mewn cynhadledd" },
  preprint: {
    label: "Rhagargraffiad",
    hint: "Heb gael ei wirio gan ymchwilwyr eraill eto",
  },
  dataset: { label: "Data neu ystadegau" },
  "web-page": { label: "Tudalen we" },
  other: { label: "Rhywbeth arall" },
};

const designs: English["designs"] = {
  "systematic-review": {
    label: "Adolygiad systematig",
    hint: "Mae’n chwilio am bob astudiaeth ar gwestiwn ac yn eu crynhoi",
  },
  "randomised-trial": {
    label: "Hap-dreial",
    hint: "Siawns sy’n penderfynu pwy sy’n cael yr hyn sy’n cael ei brofi",
  },
  controlled: {
    label: "Cymharu grwpiau heb ddewis ar hap",
    hint: "Mae rhai yn ei gael ac eraill ddim, am resymau eraill",
  },
  "before-after": {
    label: "Cyn ac ar ôl, neu gyfres dros amser",
    hint: "Yr un bobl neu leoedd, wedi’u mesur fwy nag unwaith",
  },
  cohort: {
    label: "Astudiaeth garfan",
    hint: "Mae’n dilyn grŵp o bobl am gyfnod",
  },
  "case-control": {
    label: "Astudiaeth achos a rheolydd",
    hint: "Mae’n cymharu pobl â chanlyniad â phobl hebddo",
  },
  "cross-sectional": {
    label: "Arolwg ar un adeg",
    hint: "Holiadur neu gyfrif, wedi’i wneud unwaith",
  },
  qualitative: {
    label: "Astudiaeth ansoddol",
    hint: "Cyfweliadau, grwpiau neu arsylwi, mewn geiriau",
  },
  "mixed-methods": {
    label: "Dulliau cymysg",
    hint: "Rhifau a geiriau gyda’i gilydd",
  },
  economic: {
    label: "Gwerthusiad economaidd",
    hint: "Costau wedi’u gosod yn erbyn yr hyn sy’n dod ohonyn nhw",
  },
  "service-evaluation": {
    label: "Gwerthusiad neu archwiliad o wasanaeth",
    hint: "Sut y gwnaeth un gwasanaeth, yn ôl ei gofnodion ei hun",
  },
  "case-study": {
    label: "Astudiaeth achos",
    hint: "Un neu ychydig o bobl, lleoedd neu wasanaethau",
  },
  modelling: {
    label: "Modelu",
    hint: "Mae’n cyfrifo beth fyddai’n digwydd",
  },
  consensus: {
    label: "Consensws neu ganllaw",
    hint: "Yr hyn y mae arbenigwyr wedi cytuno arno",
  },
  "not-a-study": {
    label: "Nid astudiaeth",
    hint: "Barn, hanes, cyfraith, polisi",
  },
  "not-known": { label: "Dydw i ddim yn gwybod" },
};

const strengths: English["strengths"] = {
  strong: {
    label: "Cryf",
    hint: "Mae astudiaethau pellach yn annhebygol o’i newid",
  },
  moderate: {
    label: "Cymedrol",
    hint: "Gall astudiaethau pellach ei newid",
  },
  limited: {
    label: "Cyfyngedig",
    hint: "Mae astudiaethau pellach yn debygol o’i newid",
  },
  "very-limited": {
    label: "Cyfyngedig iawn",
    hint: "Mae’n pwyntio i gyfeiriad, a dim mwy",
  },
  "not-known": { label: "Dydw i ddim yn gwybod" },
};

/** Before each part of an item in the text that is frozen. */
const parts: English["parts"] = {
  kind: "Math",
  design: "Cynllun yr astudiaeth",
  population: "Pwy a astudiwyd",
  setting: "Lleoliad",
  found: "Beth a ganfuwyd",
  strength: "Pa mor gryf, ym marn yr anfonwr",
  funder: "Cyllidwr",
  interests: "Buddiannau",
  topics: "Yn ymwneud â",
  abstract: "Crynodeb",
};

/** What the stated lists of evidence say to people, and stand with in the text that is frozen. */
export const evidenceLabels: English = { parts, kinds, designs, strengths };

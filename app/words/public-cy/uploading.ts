import type * as english from "../public-en/uploading.ts";

/** What the page's script says of files while they are on their way; `{percent}` and `{name}` stand for what it puts there. */
export const uploadingWords: typeof english.uploadingWords = {
  waiting: "Yn aros",
  sent: "{percent}% wedi’i anfon",
  lookedInto: "Wedi’i hanfon. Rydym yn edrych arni…",
  lost: "Mae’r cysylltiad wedi’i golli. Byddwn yn mynd ymlaen ohonom ein hunain pan fydd yn ôl.",
  failed:
    "Wnaeth y ffeil hon ddim ein cyrraedd. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni. Os bydd yn digwydd eto, ysgrifennwch atom",
  gone: "Ni chafodd y ffeil hon ei hychwanegu: cafodd yr atebion hyn eu hanfon neu eu dileu yn y cyfamser. Llwythwch y dudalen eto i weld ble maen nhw",
  unfinished: (percent) =>
    `Mae ${percent}% ohoni yma. Dewiswch y ffeil eto i fynd ymlaen o’r fan honno.`,
  added: "Mae {name} wedi’i hychwanegu",
  notAdded: "Ni chafodd {name} ei hychwanegu",
  cancelled: "Cafodd {name} ei chanslo",
  cancel: "Canslo",
  retry: "Rhoi cynnig arall arni",
  clear: "Clirio",
  remove: "Tynnu",
  about: "Beth yw’r ffeil hon? (dewisol)",
  stillComing:
    "Mae eich ffeiliau ar eu ffordd o hyd. Byddwn yn mynd ymlaen ohonom ein hunain pan fyddant wedi cyrraedd.",
};

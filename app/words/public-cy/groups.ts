import type * as english from "../public-en/groups.ts";

/** Of things that are asked about one by one: another placement, another organisation. */
export const groupMessages: typeof english.groupMessages = {
  addAtLeast: (count) =>
    count === 1 ? "Ychwanegwch o leiaf un" : `Ychwanegwch o leiaf ${count}`,
  removeUntil: (count) => `Gallwch ychwanegu hyd at ${count}: tynnwch y lleill`,
};

export const groupWords: typeof english.groupWords = {
  none: "Nid ydych wedi ychwanegu dim eto.",
  addFirst: (name) => `Ychwanegu: ${name.toLowerCase()}`,
  addAnother: (name) => `Ychwanegu un arall: ${name.toLowerCase()}`,
  full: (count) =>
    `Rydych wedi ychwanegu ${count}, sef y mwyaf y gallwch ei ychwanegu yma.`,
  change: "Newid",
  remove: "Tynnu",
  unanswered: "Dim wedi’i ateb eto",
  backToList: "Yn ôl i’ch rhestr",
  removeHeading: (title) => `Ydych chi am dynnu ${title}?`,
  removeLead:
    "Bydd yr hyn a atebwyd gennych amdano yn cael ei ddileu. Ni allwch ddadwneud hyn.",
  removeConfirm: (title) => `Ie, tynnu ${title}`,
  removeKeep: "Na, ei gadw",
  again: (name, count) =>
    `Gallwch ateb y rhain ar gyfer hyd at ${count}: ${name.toLowerCase()} 1, ${name.toLowerCase()} 2 ac yn y blaen.`,
};

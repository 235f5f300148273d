/** Where a project of another program stands on its way in, and back. */
export const projectStates = [
  "checked",
  "landing",
  "landed",
  "undoing",
  "undone",
] as const;
export type ProjectState = (typeof projectStates)[number];

/** What is to become of one passage of it, or has become. */
export const passageStandings = [
  /** It will be there. */
  "new",
  /** It is there already. */
  "present",
  /** Nobody knows where it belongs. */
  "unplaced",
  "landed",
  /** It was to land, or to be taken back, and could not any more. */
  "left",
  "removed",
] as const;
export type PassageStanding = (typeof passageStandings)[number];

/**
 * Why a backup was not made, read or restored; nothing was changed.
 * `changed`: cut off, or its bytes are others. `wrong-key`: not the passphrase,
 * or not a key that it was made for. `other-facts`: all bytes are right, and
 * what the database says of itself is not what it said then.
 * `restored-meanwhile`, `written-meanwhile`: by another restore, or a server, into the same database.
 */
export type KeepingProblem =
  | { reason: "not-a-backup" | "wrong-key" | "changed" | "no-such-file" }
  | { reason: "needs-passphrase" | "needs-key" }
  | { reason: "newer"; program: string; migration: string }
  | { reason: "database-newer"; migration: string }
  | { reason: "newer-format" }
  | { reason: "other-facts"; what: string }
  | { reason: "in-the-way"; path: string }
  | { reason: "running"; path: string }
  | { reason: "restored-meanwhile" | "written-meanwhile" }
  | { reason: "not-a-recipient"; given: string }
  | { reason: "not-an-identity" }
  | MoveProblem;

/**
 * Why nothing was moved, or not all of it. `moved-meanwhile`: another move of
 * the same is running. `unfinished`: what is to be moved has itself not come whole.
 * `taken-back`: while it was moved. `moved-already`: to its end, and from there people go on.
 */
export type MoveProblem =
  | { reason: "target-not-empty"; table: string; rowCount: number }
  | { reason: "target-other-schema"; migration: string }
  | { reason: "target-has-files"; fileCount: number }
  | { reason: "unfinished" | "moved-meanwhile" }
  | { reason: "moved-already"; finishedAt: string }
  | { reason: "taken-back" | "nothing-to-take-back" }
  | { reason: "differs"; what: string[] };

export class KeepingError extends Error {
  override name = "KeepingError";

  constructor(readonly problem: KeepingProblem) {
    super(`A backup is not made or read (${problem.reason})`);
  }
}

import type { Db } from "#app/db/schema.ts";
import { selectAccountByEmail } from "./account-state.queries.server.ts";
import { selectEveryMember } from "./staff.queries.server.ts";

/** Somebody who is or was on the team; what is past of them stays told. */
export type Person = Awaited<ReturnType<typeof selectEveryMember>>[number];

/** Everybody who is or was on the team, by name, those who left last. */
export async function selectEverybody(db: Db): Promise<Person[]> {
  return selectEveryMember(db);
}

export async function findPerson(
  db: Db,
  staffId: string,
): Promise<Person | undefined> {
  const everybody = await selectEveryMember(db);
  return everybody.find((person) => person.staffId === staffId);
}

/** Whether somebody is or was on the team under an address, as it is kept. */
export async function isAddressTaken(db: Db, email: string): Promise<boolean> {
  return (await selectAccountByEmail(db, email)) !== undefined;
}

import type { Db } from "#app/db/schema.ts";
import {
  findPerson,
  type Person,
  selectEverybody,
} from "../accounts/people.server.ts";
import {
  countWorkInHand,
  noWork,
  type WorkInHand,
} from "../responses/hand-back.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

export type Colleague = Person & { inHand: WorkInHand };

/** Everybody who is or was on the team, with what they have in hand of what the viewer sees. */
export async function selectTeam(
  db: Db,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<Colleague[]> {
  const inHand = await countWorkInHand(db, { viewer, now });
  const people = await selectEverybody(db);
  return people.map((person) => ({
    ...person,
    inHand: inHand.get(person.staffId) ?? noWork,
  }));
}

/** One of them; undefined where there is nobody of that id. */
export async function findColleague(
  db: Db,
  of: { staffId: string; viewer: Viewer; now: Date },
): Promise<Colleague | undefined> {
  const person = await findPerson(db, of.staffId);
  if (!person) return undefined;
  const inHand = await countWorkInHand(db, of);
  return { ...person, inHand: inHand.get(person.staffId) ?? noWork };
}

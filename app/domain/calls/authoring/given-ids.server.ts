import type { Db } from "#app/db/schema.ts";
import {
  reservedPageIds,
  reservedQuestionIds,
} from "../definition-problems.ts";
import { selectAllDefinitions } from "../definitions.server.ts";
import { findWorkingCopy } from "./working-copy.server.ts";

/** Every id that a page or a question of a call has or had, in any version, and those that Heard needs itself. */
export async function selectGivenIds(
  db: Db,
  callId: number,
): Promise<Set<string>> {
  const versions = (await selectAllDefinitions(db)).get(callId) ?? [];
  const { pages } = await findWorkingCopy(db, callId);
  const all = [
    ...versions.flatMap((one) => one.pages),
    ...pages.map((page) => page.body),
  ];
  return new Set([
    ...reservedPageIds,
    ...reservedQuestionIds,
    ...all.flatMap(({ id, questions }) => [
      id,
      ...questions.flatMap((question) => [
        question.id,
        ...(question.type === "group"
          ? question.questions.map((member) => member.id)
          : []),
      ]),
    ]),
  ]);
}

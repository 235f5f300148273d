import type { Db } from "#app/db/schema.ts";
import {
  reservedPageIds,
  reservedQuestionIds,
} from "../definition-problems.ts";
import { membersOf, type Question } from "../question-types/question-types.ts";
import { selectAllDefinitions } from "../definitions.server.ts";
import { findAmong } from "./asked-again.ts";
import { optionsOfQuestion } from "./typed-options.ts";
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
        ...membersOf(question).map((member) => member.id),
      ]),
    ]),
  ]);
}

/** The values of all options that a question of a call had, in any version. */
export async function selectGivenOptions(
  db: Db,
  { callId, questionId }: { callId: number; questionId: string },
): Promise<Set<string>> {
  const versions = (await selectAllDefinitions(db)).get(callId) ?? [];
  const questions = versions
    .flatMap(({ pages }) => pages)
    .flatMap((page) => findAmong(page.questions, questionId) ?? []);
  return new Set(
    questions.flatMap(({ question }) =>
      optionsOfQuestion(question).map(({ value }) => value),
    ),
  );
}

/** The ids of all rules that a call has or had, in any version. */
export async function selectGivenRules(
  db: Db,
  callId: number,
): Promise<Set<string>> {
  const versions = (await selectAllDefinitions(db)).get(callId) ?? [];
  return new Set(
    versions.flatMap(({ conditions }) => conditions.map(({ id }) => id)),
  );
}

/** Of which kind each question is that a version of a call asked: that never changes. */
export async function selectGivenKinds(
  db: Db,
  callId: number,
): Promise<Map<string, Question["type"]>> {
  const versions = (await selectAllDefinitions(db)).get(callId) ?? [];
  const questions = versions
    .flatMap(({ pages }) => pages.flatMap((page) => page.questions))
    .flatMap((one) => [one, ...membersOf(one)]);
  return new Map(questions.map(({ id, type }) => [id, type]));
}

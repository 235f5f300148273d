import {
  editedQuestionAddress,
  editorAddress,
} from "#app/authoring-addresses.ts";
import { callRoutesAddress, previewAsAddress } from "#app/preview-addresses.ts";
import { allPages, questionsOf } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import {
  type Question,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import { mostTried } from "#app/domain/calls/routes/combinations.ts";
import type {
  FoundRoutes,
  RefusedSample,
  Route,
} from "#app/domain/calls/routes/routes.ts";
import type { EditorNames } from "./call-editor-names.ts";
import { capitalised } from "./call-editor-words.ts";
import { plural } from "./counted.ts";

/** So many stand on one page. */
export const rowsOnPage = 25;

type Routes = {
  callSlug: string;
  definition: CallDefinition;
  names: EditorNames;
  /** Those of one page. */
  found: FoundRoutes | { kind: "being-found" };
  refused: RefusedSample[];
  /** Of a preview of the working copy. */
  link: string;
};

/** Every way through a call, with a made-up person for each, and what nobody could go on from. */
export function describeRoutes(of: Routes) {
  const { callSlug, definition, names, found } = of;
  const {
    total,
    page,
    routes: shown,
  } = found.kind === "checked" ? found : { total: 0, page: 1, routes: [] };
  const pageCount = Math.max(1, Math.ceil(total / rowsOnPage));
  return {
    callTitle: definition.title.en,
    backHref: editorAddress(callSlug),
    summary: summaryOf(found),
    againHref:
      found.kind === "being-found" ? callRoutesAddress(callSlug) : undefined,
    walked: walkedWords(of),
    problems: of.refused.map(({ pageId, questionId }) => ({
      words: capitalised(
        `${names.page(pageId)} cannot be left: no answer that fits was found for ${names.question(questionId)}. Look at its limits.`,
      ),
      href: editedQuestionAddress({ callSlug, pageId, questionId }),
    })),
    routes: shown.map((route) => ({
      key: String(route.nth),
      ...describeRoute(route, definition, names),
      href: previewAsAddress(of.link, route.nth),
    })),
    pages: {
      ...{ page, pageCount },
      previousHref:
        page > 1 ? callRoutesAddress(callSlug, page - 1) : undefined,
      nextHref:
        page < pageCount ? callRoutesAddress(callSlug, page + 1) : undefined,
    },
  };
}

/** In the place of the ways of a call that is no whole form yet. */
export function unfinishedRoutes({
  slug,
  definition,
}: {
  slug: string;
  definition: { title: { en: string } };
}): ReturnType<typeof describeRoutes> {
  return {
    callTitle: definition.title.en,
    backHref: editorAddress(slug),
    summary:
      "Something is not finished yet. It stands under “Before it is published” on the page of its words and questions. Then the ways through the call can be found.",
    ...{ againHref: undefined, walked: undefined, problems: [], routes: [] },
    pages: {
      ...{ page: 1, pageCount: 1 },
      ...{ previousHref: undefined, nextHref: undefined },
    },
  };
}

function summaryOf(found: Routes["found"]): string {
  if (found.kind === "being-found")
    return "The ways through this call are being worked out, which takes a moment.";
  if (found.kind === "not-checked")
    return `The ways through this call were not checked: there are more than ${mostTried.toLocaleString("en-GB")} ways to answer what its rules look at.`;
  return found.total === 1
    ? "There is one way through this call: everybody is asked the same pages."
    : `There are ${found.total.toLocaleString("en-GB")} ways through this call.`;
}

function walkedWords({ found, refused }: Routes): string | undefined {
  if (refused.length > 0 || found.kind === "being-found") return undefined;
  return found.kind === "checked"
    ? "A made-up person took each of them: every page can be left, and every way ends where answers are sent."
    : "A made-up person answered every page: each can be left.";
}

/** A way as the person who takes it. */
export function describeRoute(
  { pageIds, because }: Route,
  definition: CallDefinition,
  names: EditorNames,
) {
  const asked = new Set(pageIds);
  const places = allPages(definition).flatMap(({ id }, at) =>
    asked.has(id) ? [at + 1] : [],
  );
  return {
    who: because.length === 0 ? "Everybody" : "Somebody who answers",
    because: because.map((one) => tellAnswer(one, definition, names)),
    pages: `${plural(places.length, "page", "pages")}: ${tellNumbers(places)}`,
  };
}

const questionsById = new WeakMap<CallDefinition, Map<string, Question>>();

function findQuestion(definition: CallDefinition, id: string) {
  const byId =
    questionsById.get(definition) ??
    new Map(questionsOf(definition).map((one) => [one.id, one]));
  questionsById.set(definition, byId);
  return byId.get(id);
}

/** “Who answers?”: an organisation. */
function tellAnswer(
  { questionId, answer }: Route["because"][number],
  definition: CallDefinition,
  names: EditorNames,
): string {
  const question = findQuestion(definition, questionId);
  const line =
    question && questionTypeOf(question).checkLine(question, answer, "en");
  const said = line?.replaceAll("\n", ", ");
  return `${names.question(questionId)}: ${said ?? "no answer"}`;
}

/** 1 to 3, 5. */
export function tellNumbers(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const one of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === one - 1) last[1] = one;
    else runs.push([one, one]);
  }
  return runs
    .map(([from, to]) =>
      to - from > 1
        ? `${from} to ${to}`
        : from === to
          ? from
          : `${from}, ${to}`,
    )
    .join(", ");
}

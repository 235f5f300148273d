import type { CheckedDefinition } from "#app/domain/calls/definition.ts";

type Problem = Extract<CheckedDefinition, { ok: false }>["problems"][number];

/** What is said at the command line of a definition that cannot be taken. */
export function describeDefinitionProblem(problem: Problem): string {
  switch (problem.reason) {
    case "misshapen":
      return `${problem.at}: ${problem.detail}`;
    case "page-twice":
      return `Two pages have the id "${problem.pageId}"`;
    case "question-twice":
      return `Two questions have the id "${problem.questionId}"`;
    case "page-id-reserved":
      return `A page cannot have the id "${problem.pageId}": Heard has one there`;
    case "question-id-reserved":
      return `A question cannot have the id "${problem.questionId}": the form of its page has a field of that name`;
    case "identifying-files":
      return `Page "${problem.pageId}" has an identifying question for files: what is in a file is read and searched`;
    case "title-missing":
      return `Page "${problem.pageId}" has several questions and no title`;
  }
}

import type { AttachmentSummary } from "#app/domain/attachments/attachments.ts";
import { labelOfGone } from "#app/domain/calls/asked-pages.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { OwnEvent } from "#app/domain/responses/own-responses.server.ts";
import type { EarlierAnswer } from "#app/domain/responses/versions-read.server.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  describeAnswers,
  describeFacts,
  type Described,
} from "./own-response.ts";

type All = Described & {
  identity: { questionId: string; label: string; text: string }[];
  events: OwnEvent[];
  earlier: EarlierAnswer[];
};

/** Everything that is held of a response, to read. */
export function describeAllHeld(all: All) {
  const { own, call, identity, events, earlier } = all;
  const words = wordsIn(own.language);
  const { equality } = call.definition;
  const { everything } = words.receipt;
  return {
    language: own.language,
    facts: describeFacts({ own, call }),
    answers: describeAnswers(own),
    identity: identity.map(({ questionId, label, text }) => ({
      questionId,
      label,
      line: text,
      files: [],
    })),
    earlier: earlier.map((one, index) => ({
      questionId: `earlier-${index}`,
      label: labelOf(all, one.questionId),
      line: one.text,
      files: [],
      remark: one.isTakenBack
        ? everything.earlierTakenBack
        : everything.earlierUntil(one.version),
    })),
    events: events.map(({ at, type }) => ({
      at: words.times.time(at),
      what: everything.events[type] ?? everything.otherEvent,
    })),
    equality: equality && words.equality.notFoundAgain,
  };
}

/** The same for other programs: every field by its name, times in ISO 8601 UTC. */
export function listAllHeld(all: All) {
  const { own, call, identity, events, earlier } = all;
  const { language, reference, receivedAt, state } = own;
  const { equality } = call.definition;
  return {
    reference,
    call: inLanguage(call.definition.title, language),
    receivedAt,
    language,
    state,
    version: own.version,
    takenBack: own.takenBack.map(({ questionId, attachmentId, at }) => ({
      questionId,
      what: attachmentId === undefined ? "answer" : "file",
      at,
    })),
    answers: own.answers.map(({ questionId, label, line, files }) => ({
      questionId,
      question: label,
      answer: line ?? null,
      files: files.map(listFile),
    })),
    earlier: earlier.map(({ questionId, version, text, isTakenBack }) => ({
      questionId,
      lastVersion: version,
      answer: text,
      isTakenBack,
    })),
    keptApart: identity.map(({ questionId, label, text }) => ({
      questionId,
      question: label,
      answer: text,
    })),
    events,
    ...(equality && { equality: wordsIn(language).equality.notFoundAgain }),
  };
}

function listFile({ name, byteSize, sha256 }: AttachmentSummary) {
  return { name, byteSize, sha256 };
}

function labelOf({ own, call }: Described, id: string): string {
  const stands = own.answers.find(({ questionId }) => questionId === id);
  return stands?.label ?? labelOfGone(call.definition, id, own.language);
}

import { ownReferencesAddress } from "#app/reference-addresses.ts";
import {
  addFileAddress,
  changeAddress,
  itemsAddress,
  type OwnPart,
  takeBackAddress,
} from "#app/receipt-addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type {
  OwnEvent,
  OwnResponse,
} from "#app/domain/responses/own-responses.server.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import { describeFormats } from "./reference-formats.ts";
import { wordsIn } from "#app/words/words.ts";

export type Described = { own: OwnResponse; call: Pick<Call, "definition"> };

/** What somebody sent, and where it is, for whoever has shown its receipt code. */
export function describeOwnResponse({
  own,
  call,
  tags,
  changeable,
  events,
}: Described & {
  tags: string[];
  changeable: Changeable;
  events: OwnEvent[];
}) {
  const { language, state, readerCount } = own;
  const words = wordsIn(language);
  const { response, change } = words.receipt;
  const isTakenBack = isWithdrawn(own);
  return {
    language,
    heading: response.heading(own.reference),
    facts: describeFacts({ own, call }),
    standing: [
      response.standing(state),
      ...(isTakenBack
        ? []
        : [response.readers(readerCount), response.notPublished]),
    ],
    tags: isTakenBack ? [] : tags,
    answers: isTakenBack
      ? describeAnswers(own)
      : describeOwnAnswers(own, changeable),
    /** Why nothing can be changed any more, and what can be done instead. */
    noChange: changeable.reason === "coded" ? change.refusals.coded : undefined,
    changes: describeChanges(own, events),
    mayWithdraw: !isTakenBack,
  };
}

/** What is said of every response first. */
export function describeFacts({ own, call }: Described) {
  const words = wordsIn(own.language);
  const { response } = words.receipt;
  return [
    {
      id: "call",
      label: response.call,
      value: inLanguage(call.definition.title, own.language),
    },
    {
      id: "received",
      label: response.receivedAt,
      value: words.times.time(own.receivedAt),
    },
    {
      id: "version",
      label: response.version,
      value: response.versionOf(own.version),
    },
  ];
}

export function describeAnswers(own: OwnResponse) {
  const { keptApart } = wordsIn(own.language).sent;
  return own.answers.map(({ questionId, label, line, isKeptApart, files }) => ({
    questionId,
    label,
    line: isKeptApart ? keptApart : line,
    files: files.map(describeAttachment),
    remark: describeLastTakenBack(own, questionId),
  }));
}

/** What of a question was taken back last; undefined where nothing was. */
function describeLastTakenBack(
  { takenBack, language }: OwnResponse,
  questionId: string,
): string | undefined {
  const last = takenBack.findLast((part) => part.questionId === questionId);
  if (!last) return undefined;
  const { times, receipt } = wordsIn(language);
  const when = times.time(last.at);
  return last.attachmentId === undefined
    ? receipt.response.takenBack(when)
    : receipt.response.fileTakenBack(when);
}

/** What became of the response as it was sent, a line for each version. */
function describeChanges(
  { answers, language }: OwnResponse,
  events: OwnEvent[],
): string[] {
  const { receipt, times } = wordsIn(language);
  return events.flatMap(({ at, type, version, questionId }) => {
    if (version === undefined) return [];
    const label = answers.find((one) => one.questionId === questionId)?.label;
    const what = receipt.everything.events[type] ?? "";
    return [
      receipt.response.changed({ version, what, label, when: times.time(at) }),
    ];
  });
}

type Changeable = {
  questions: { id: string }[];
  fileQuestions: { id: string }[];
  evidenceQuestions: { id: string }[];
  groupQuestions: { id: string }[];
  reason: string | undefined;
};

/** The same with the ways to change each of them and take it back. */
function describeOwnAnswers(own: OwnResponse, changeable?: Changeable) {
  const open = changeable?.reason ? undefined : changeable;
  const { takeBack } = wordsIn(own.language).form;
  const evidenceIds = own.answers
    .filter(({ isEvidence }) => isEvidence)
    .map(({ questionId }) => questionId);
  return describeAnswers(own).map(({ line, files, ...answer }) => ({
    ...answer,
    line,
    files: files.map((file) => ({
      ...file,
      takeBack: {
        to: takeBackAddress({ file: file.publicId }),
        label: takeBack,
      },
    })),
    formats:
      line && evidenceIds.includes(answer.questionId)
        ? describeFormats(
            (format) => ownReferencesAddress(answer.questionId, format),
            own.language,
          )
        : undefined,
    changeTo: changeWay(answer.questionId, open),
    addFileTo: isAmong(open?.fileQuestions, answer.questionId)
      ? addFileAddress(answer.questionId)
      : undefined,
    takeBackTo: line
      ? takeBackAddress({ answer: answer.questionId })
      : undefined,
  }));
}

/** Where an answer is changed: in its own fields, or item by item. */
function changeWay(questionId: string, open: Changeable | undefined) {
  if (isAmong(open?.questions, questionId)) return changeAddress(questionId);
  const lists = [open?.evidenceQuestions, open?.groupQuestions];
  return lists.some((list) => isAmong(list, questionId))
    ? itemsAddress(questionId)
    : undefined;
}

function isAmong(questions: { id: string }[] = [], questionId: string) {
  return questions.some(({ id }) => id === questionId);
}

/** One answer or file that is about to be taken back; undefined where it is not there to be. */
export function describeTakeBack(own: OwnResponse, part: OwnPart) {
  const words = wordsIn(own.language).receipt;
  const { takeBack } = words;
  const answer = describeOwnAnswers(own).find(({ questionId, files }) =>
    "answer" in part
      ? questionId === part.answer
      : files.some(({ publicId }) => publicId === part.file),
  );
  const files = answer?.files.filter(
    ({ publicId }) => "answer" in part || publicId === part.file,
  );
  if (!answer || !files || ("answer" in part && !answer.takeBackTo))
    return undefined;
  const { questionId, label } = answer;
  const isKeptApart = own.answers.some(
    (one) => one.questionId === questionId && one.isKeptApart,
  );
  const isAnswer = "answer" in part;
  return {
    language: own.language,
    caption: words.response.heading(own.reference),
    heading: isAnswer ? takeBack.answerHeading : takeBack.fileHeading,
    confirm: isAnswer ? takeBack.answerConfirm : takeBack.fileConfirm,
    address: takeBackAddress(part),
    answers: [
      {
        ...{ questionId, label },
        line: isAnswer ? answer.line : undefined,
        files: files.map((file) => ({ ...file, takeBack: undefined })),
      },
    ],
    effects:
      isAnswer && isKeptApart ? takeBack.keptApartEffects : takeBack.effects,
    filesGo: isAnswer && files.length > 0 ? takeBack.filesGo : undefined,
  };
}

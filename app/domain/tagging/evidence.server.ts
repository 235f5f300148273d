import type { Db } from "#app/db/schema.ts";
import type { Call } from "../calls/calls.server.ts";
import { inLanguage } from "../calls/languages.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import {
  withheldFrom,
  withheldName,
} from "../responses/withheld-words.server.ts";
import {
  selectPassagesToRead,
  selectWholesToRead,
} from "./evidence.queries.server.ts";
import { readAnswersTo } from "../responses/asked-answers.server.ts";
import { quotableValues } from "../calls/consent.ts";
import type { FormMeanings } from "./form-meanings.server.ts";
import type { Evidence, QuoteConsent, ReaderKey } from "./retrieval.ts";

type Key = ReaderKey & { tagId: number };

type Reading = {
  keys: Key[];
  choices: { calls: Call[]; meanings: FormMeanings };
  viewer: Viewer;
  now: Date;
};

/** What stands at these places, in their order; what its viewer sees no more is left out. */
export async function readEvidence(
  db: Db,
  { keys, choices, viewer, now }: Reading,
): Promise<Evidence[]> {
  const responseIds = [...new Set(keys.map(({ responseId }) => responseId))];
  const seen = { responseIds, viewer, now };
  const visible = await selectVisibleResponses(db, seen);
  const responses = new Map(visible.map((one) => [one.responseId, one]));
  const { meanings } = choices;
  const asked = { viewer, responses: visible, meanings };
  const told = await selectWhoSpeaks(db, asked);
  const passages = await passagesAt(db, viewer, keys);
  const wholes = await wholesAt(db, viewer, keys);
  return keys.flatMap((key) => {
    const response = responses.get(key.responseId);
    const item =
      key.kind === 1 ? passages.get(key.itemId) : wholes.get(wholeKey(key));
    if (!response || !item) return [];
    const call = choices.calls.find(({ id }) => id === response.callId);
    return [
      {
        ...key,
        ...item,
        words: item.words ?? response.excerpt,
        questionLabel:
          item.questionId === undefined
            ? undefined
            : meanings.questionLabels.get(item.questionId),
        reference: response.reference,
        callId: response.callId,
        callTitle: call ? inLanguage(call.definition.title, "en") : "",
        receivedAt: response.receivedAt,
        ...(told.get(key.responseId) ?? nothingTold),
      },
    ];
  });
}

type Item = Pick<
  Evidence,
  "publicId" | "memo" | "tagName" | "taggedBy" | "taggedAt" | "fileName"
> & { words: string | undefined; questionId: string | undefined };

const wholeKey = ({ responseId, tagId }: Pick<Key, "responseId" | "tagId">) =>
  `${responseId} ${tagId}`;

async function passagesAt(db: Db, viewer: Viewer, keys: Key[]) {
  const ids = keys.filter(({ kind }) => kind === 1).map(({ itemId }) => itemId);
  const rows = await selectPassagesToRead(db, { viewer, ids });
  const withheld = await withheldFrom(
    db,
    viewer,
    keys.map(({ responseId }) => responseId),
  );
  return new Map<number, Item>(
    rows.map(({ id, answeredQuestionId, fileQuestionId, ...passage }) => {
      const { attachmentId, fileName, ...row } = passage;
      const isWithheld = withheld.isFile(attachmentId);
      return [
        id,
        {
          publicId: row.publicId,
          memo: row.memo,
          tagName: row.tagName,
          taggedBy: row.taggedBy,
          taggedAt: row.taggedAt,
          words: withheld.hideQuote(passage),
          fileName: (isWithheld ? withheldName : fileName) ?? undefined,
          questionId: answeredQuestionId ?? fileQuestionId ?? undefined,
        },
      ];
    }),
  );
}

async function wholesAt(db: Db, viewer: Viewer, keys: Key[]) {
  const whole = keys.filter(({ kind }) => kind === 0);
  const rows = await selectWholesToRead(db, {
    viewer,
    ids: whole.map(({ responseId }) => responseId),
    tagIds: [...new Set(whole.map(({ tagId }) => tagId))],
  });
  return new Map<string, Item>(
    rows.map(({ responseId, tagId, ...row }) => [
      wholeKey({ responseId, tagId }),
      {
        ...row,
        publicId: undefined,
        memo: "",
        words: undefined,
        fileName: undefined,
        questionId: undefined,
      },
    ]),
  );
}

/** Who speaks in a response, and what may be done with its words. */
export type Told = Pick<Evidence, "speaker" | "consent">;

const nothingTold: Told = { speaker: undefined, consent: "no" };

type Asked = Pick<VisibleResponse, "responseId" | "definitionId">;

/** What some responses say of themselves, by their ids. */
export async function selectWhoSpeaks(
  db: Db,
  of: { viewer: Viewer; responses: Asked[]; meanings: FormMeanings },
): Promise<Map<number, Told>> {
  const { viewer, responses, meanings } = of;
  const asked = [...meanings.speaker, ...meanings.consent];
  const rows = await readAnswersTo(db, viewer, {
    responseIds: responses.map(({ responseId }) => responseId),
    questionIds: [...new Set(asked.map(({ questionId }) => questionId))],
  });
  const answers: Answered = new Map(
    rows.map((row) => [`${row.responseId} ${row.questionId}`, row.value]),
  );
  return new Map(
    responses.map((one) => [one.responseId, tellOf(one, answers, meanings)]),
  );
}

/** What was answered, by response and question; as it is stored. */
type Answered = Map<string, string>;

function tellOf(
  { responseId, definitionId }: Asked,
  answers: Answered,
  meanings: FormMeanings,
): Told {
  const answerTo = (asked: FormMeanings["speaker"]) => {
    const question = asked.find((one) => one.definitionId === definitionId);
    return (
      question && {
        answer: answers.get(`${responseId} ${question.questionId}`),
      }
    );
  };
  const consent = answerTo(meanings.consent);
  return {
    speaker: valueIn(
      meanings.speakerLabels,
      answerTo(meanings.speaker)?.answer,
    ),
    consent: consent ? consentOf(consent.answer) : "not-asked",
  };
}

/** What stands beside the value that was stored. */
function valueIn(
  labels: Map<string, string>,
  stored: string | undefined,
): string | undefined {
  for (const [value, label] of labels)
    if (JSON.stringify(value) === stored) return label;
  return undefined;
}

function consentOf(stored: string | undefined): QuoteConsent {
  return quotableValues.some((value) => JSON.stringify(value) === stored)
    ? "yes"
    : "no";
}

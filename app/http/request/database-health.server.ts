import type { Db } from "#app/db/schema.ts";

/** Whoever asks for health waits four or five seconds, and takes silence for illness. */
const patienceMilliseconds = 2_000;
/** A connection that has fallen silent is no reason not to try another one. */
const anewMilliseconds = 10_000;

type Question = { answer: Promise<boolean>; askedAt: number };

const underWay = new WeakMap<Db, Question>();

/**
 * Whether the database answers now, or soon. It is asked once for all who ask
 * meanwhile: everybody may, and one that is away would hold a connection for each.
 */
export async function isDatabaseAnswering(db: Db): Promise<boolean> {
  const { answer } = openQuestion(db) ?? putQuestion(db);
  let patience: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    patience = setTimeout(() => resolve(false), patienceMilliseconds);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(patience));
}

function openQuestion(db: Db): Question | undefined {
  const last = underWay.get(db);
  if (!last) return undefined;
  const isOld = performance.now() - last.askedAt > anewMilliseconds;
  return isOld ? undefined : last;
}

function putQuestion(db: Db): Question {
  const answer = db
    .selectNoFrom((eb) => eb.lit(1).as("one"))
    .execute()
    .then(() => true)
    .catch(() => false);
  const question = { answer, askedAt: performance.now() };
  underWay.set(db, question);
  void answer.then(() => {
    if (underWay.get(db) === question) underWay.delete(db);
  });
  return question;
}

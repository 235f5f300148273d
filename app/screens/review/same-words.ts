import { responseAddress } from "#app/addresses.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import {
  type QueueFilter,
  stateFor,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import type { QueueRow } from "#app/domain/triage/queue.ts";
import { bulkAddress } from "#app/queue-addresses.ts";
import { queueHref, queueParameters } from "./queue-links.ts";

const count = new Intl.NumberFormat("en-GB");

/** All that say the same as one, or those of them that wait. */
function sameAs(reference: string, ofState = ""): QueueFilter {
  const q = `same-as:${reference}${ofState}`;
  return { ...wholeQueue, q, state: stateFor(q) };
}

/** What a line says that stands for several; undefined where it stands for itself. */
export function describeSameWords(
  row: Pick<QueueRow, "reference" | "sameCount" | "saysNothing">,
  mayActInBulk: boolean,
) {
  const { reference, sameCount, saysNothing } = row;
  if (sameCount === 0) return undefined;
  const waiting = sameAs(reference, " state:to-do");
  const deciding = queueParameters(waiting);
  deciding.set("deed", "decide");
  return {
    words: `and ${count.format(sameCount)} more ${saysNothing ? "that say nothing" : "with the same words"}`,
    href: queueHref(waiting),
    decideWords: `Decide all ${count.format(sameCount + 1)} the same`,
    decideHref: mayActInBulk ? bulkAddress("new", deciding) : undefined,
  };
}

/** The link on a response's own page; undefined where no other says the same. */
function describeOthersAlike(
  {
    reference,
    saysNothing,
  }: Pick<VisibleResponse, "reference" | "saysNothing">,
  othersAlike: number,
) {
  if (othersAlike === 0) return undefined;
  const others = `${count.format(othersAlike)} ${othersAlike === 1 ? "other" : "others"}`;
  const says = othersAlike === 1 ? "says" : "say";
  return {
    words: `${others} ${says} ${saysNothing ? "as little" : "the same words"}`,
    href: queueHref(sameAs(reference)),
  };
}

/** The ways to others that say the same words, or were sent by the same person. */
export function describeOthers(
  response: Pick<VisibleResponse, "reference" | "saysNothing">,
  { alike, ofPerson }: { alike: number; ofPerson: string[] },
) {
  return {
    alike: describeOthersAlike(response, alike),
    samePerson: ofPerson.map((reference) => ({
      reference,
      href: responseAddress(reference),
    })),
  };
}

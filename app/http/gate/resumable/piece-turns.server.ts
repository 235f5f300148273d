import type { Response } from "express";
import { takeTurns } from "#app/domain/limits/turns.ts";
import { answerJson } from "./answer-json.ts";

/**
 * A page sends two files at once; who has two pages open has their turn as well. Who
 * stands in line is let in or sent away before the page's script takes the
 * silence for a lost line.
 */
const bounds = {
  atOnce: 24,
  atOnceForOne: 4,
  waiting: 1_000,
  waitingForOne: 48,
  waitMilliseconds: 20_000,
};

/**
 * Pieces of files have their turns as forms with files have (docs/decisions/150):
 * one person's large files never wait in front of others'. A piece that has no
 * turn is not lost: the script sends it again, as after any error of ours.
 *
 * @returns what takes a piece when it is its draft's turn.
 */
export function openPieceTurns() {
  const waitForTurn = takeTurns(bounds);
  return async (
    response: Response,
    draftId: string,
    take: () => Promise<void>,
  ): Promise<void> => {
    const turn = await waitForTurn(draftId);
    if (!turn) {
      response.set("Retry-After", "10");
      return answerJson(response, 503, {});
    }
    if (response.closed) return turn.end();
    response.once("close", turn.end);
    await take();
  };
}

import { randomBytes, randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeRespondent, type SentFile } from "#tests/asking/respondent.ts";
import {
  makeHomeWithDemoCalls,
  removeServerHome,
  type ServerHome,
  startServer,
} from "#tests/given/servers.ts";
import { type LedgerEntry, sha256 } from "./ledger.ts";
import { findLosses, storedIn } from "./stored-state.ts";

export type ProofOptions = {
  clients: number;
  rounds: number;
  /** Told after each round. */
  report?: (line: string) => void;
};

export type ProofResult = {
  references: number;
  files: number;
  kills: number;
  /** Every promise that was broken, in words; empty when all hold. */
  losses: string[];
};

const callSlug = "call-for-advice";
/** A round that shows no references is a fault of its own and must end. */
const roundMilliseconds = 60_000;

/**
 * Kills a real server at a random moment while `clients` people send their
 * answers at the same time, starts it again on the same folder, and looks for
 * everything that was acknowledged.
 *
 * A killed process leaves the page cache whole: this proves order and
 * atomicity. That bytes reach the disk first is shown by `fsync-order.test.ts`.
 */
export async function proveKillNine(
  options: ProofOptions,
): Promise<ProofResult> {
  const home = await makeHomeWithDemoCalls();
  const ledger: LedgerEntry[] = [];
  const result: ProofResult = { references: 0, files: 0, kills: 0, losses: [] };
  for (let round = 1; round <= options.rounds; round += 1) {
    const wasKilled = await runRound(home, ledger, options.clients);
    if (wasKilled) result.kills += 1;
    const server = await startServer(home);
    result.losses.push(...(await findLosses(storedIn(home), ledger)));
    const exitCode = await server.stop();
    if (exitCode !== 0) result.losses.push(`stop ended with ${exitCode}`);
    options.report?.(
      `round ${round}: ${ledger.length} references shown so far, ${result.losses.length} losses`,
    );
  }
  result.references = ledger.length;
  result.files = ledger.reduce((sum, entry) => sum + entry.files.size, 0);
  removeServerHome(home);
  return result;
}

/** @returns whether the server was killed while clients were still at it. */
async function runRound(
  home: ServerHome,
  ledger: LedgerEntry[],
  clients: number,
): Promise<boolean> {
  const server = await startServer(home);
  const shownBefore = ledger.length;
  // Those without files come first: late enough, and the ledger has some of every kind.
  const enough = randomInt(Math.ceil(clients * 0.3), Math.ceil(clients * 0.8));
  const people = Array.from({ length: clients }, () =>
    answerTheCall(home.address).then(
      (entry) => {
        if (entry) ledger.push(entry);
      },
      // The connection was refused or cut: what was not shown was not promised.
      () => undefined,
    ),
  );
  const all = Promise.all(people).then(() => "all-ended" as const);
  const shown = async () => {
    const until = Date.now() + roundMilliseconds;
    while (!hasEnough(ledger.slice(shownBefore), enough) && Date.now() < until)
      await sleep(5);
    return "enough-shown" as const;
  };
  const first = await Promise.race([all, shown()]);
  await sleep(randomInt(0, 50));
  await server.kill();
  await all;
  return first === "enough-shown";
}

/** Those whose files were taken are among them: without one the round would prove nothing of files. */
function hasEnough(shown: LedgerEntry[], enough: number): boolean {
  return shown.length >= enough && shown.some(({ files }) => files.size > 0);
}

/** The whole way, as a browser without JavaScript goes it. */
async function answerTheCall(
  address: string,
): Promise<LedgerEntry | undefined> {
  const respondent = makeRespondent(address, callSlug);
  const advice = `Ask those who were there. ${randomBytes(12).toString("hex")}`;
  const files = someFiles(randomInt(0, 4));
  await respondent.open(`/respond/${callSlug}/about-you`);
  await respondent.answer("about-you", { "respondent-kind": "parent" });
  await respondent.answer("what-first", { "what-first": advice });
  const areTaken =
    files.length > 0 &&
    (await respondent.upload("files", files)).status === 303;
  await respondent.answer("quoting", { "may-quote": "yes" });
  await respondent.sendAnswers();
  const receipt = await respondent.readReceipt();
  return (
    receipt && {
      ...receipt,
      respondent,
      advice,
      // Files that a busy server did not take are told to whoever sent them, and are no promise.
      files: new Map(
        areTaken ? files.map(({ name, bytes }) => [name, sha256(bytes)]) : [],
      ),
    }
  );
}

function someFiles(count: number): SentFile[] {
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? {
          name: `evidence-${index}.txt`,
          bytes: Buffer.from(
            randomBytes(randomInt(50, 50_000)).toString("hex"),
          ),
        }
      : {
          name: `evidence-${index}.pdf`,
          bytes: makePdf({ text: randomBytes(24).toString("hex") }),
        },
  );
}

import { readFile } from "node:fs/promises";
import {
  checkReceipt,
  type ReceiptFault,
} from "#app/domain/proofs/check-receipt.server.ts";
import { readKnownProofs } from "#app/domain/proofs/known-proofs.server.ts";
import {
  type KnownProofs,
  knownProofsSchema,
} from "#app/domain/proofs/receipt-file.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  readJsonFile,
  runCommand,
  UsageError,
  withDatabase,
} from "./command.ts";

const usage = `Usage: npm run receipt:verify -- receipt-H-7K4M-9QX2.json [--keys receipt-keys.json]
  --keys  the file of public keys and roots that /receipts/keys hands out; without it, this
          portal's own database is asked`;

const options = { keys: { type: "string" } } as const;

const faults: Record<ReceiptFault, string> = {
  "too-long": "It is longer than any receipt.",
  "no-receipt": "It is not a signed receipt.",
  rewritten:
    "Another program wrote it anew: spaces were added, or its parts stand in another order.",
  "other-key": "It names a key that is not among those known.",
  changed: "It was changed after it was signed.",
  "day-changed":
    "Its answers and files are those that were signed; what shows that they stand in the root of their day is not.",
};

await runCommand(
  { usage, options, allowPositionals: true },
  async ({ values, positionals }) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError("Name one file: a receipt that was saved.");
    const text = await readText(file);
    const checked = checkReceipt(text, await readKnown(values.keys));
    if (!checked.ok) {
      console.log(`${file} is not true. ${faults[checked.fault]}`);
      process.exitCode = 1;
      return;
    }
    const { statement, signature, inclusion } = checked.receipt;
    const { reference, version, signedAt } = statement;
    console.log(`${file} is true: ${reference}, version ${version}.`);
    console.log(`Signed ${signedAt} with the key ${signature.kid}.`);
    console.log(
      inclusion
        ? `It stands in the root of ${inclusion.day}: ${inclusion.root}`
        : "It does not say how it stands in the root of its day.",
    );
  },
);

/** What is no text is told as no receipt, and not put right on the way. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}

async function readKnown(keyFile: string | undefined): Promise<KnownProofs> {
  if (keyFile === undefined) {
    const { database, secret } = readEnvironment();
    return withDatabase(database, (db) => readKnownProofs(db, secret), {
      isReadOnly: true,
    });
  }
  const known = knownProofsSchema.safeParse(await readJsonFile(keyFile));
  if (known.success) return known.data;
  throw new OperatorError(`${keyFile} is not a file of keys and roots.`);
}

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkReceipt } from "#app/domain/proofs/check-receipt.server.ts";
import {
  canonicalJson,
  type JsonValue,
} from "#app/domain/text/canonical-json.ts";
import {
  blockLeaves,
  blockRoots,
  hashLeaf,
  pathTo,
  rootByPath,
  rootOf,
} from "#app/domain/proofs/merkle-tree.server.ts";
import {
  leafForm,
  signedForm,
  type Statement,
  writeReceiptFile,
} from "#app/domain/proofs/receipt-file.ts";
import {
  judgeSignature,
  keyOfSeed,
  signForm,
  signingKeyOf,
} from "#app/domain/proofs/signing-key.server.ts";

test("JSON has one form, that of RFC 8785", () => {
  const example = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  expect(canonicalJson(JSON.parse(example) as JsonValue)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("names stand in the order of their units, and half a pair of surrogates is replaced", () => {
  const names = [
    "\u20ac",
    "\r",
    "\ufb33",
    "1",
    "\u{1F600}",
    "\u0080",
    "\u00f6",
  ];
  const written = canonicalJson(
    Object.fromEntries(names.map((name, at) => [name, at])),
  );
  expect(Object.keys(JSON.parse(written) as object)).toHaveLength(7);
  expect(Array.from(written.matchAll(/:(\d)/g), ([, at]) => at)).toEqual(
    ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1F600}", "\ufb33"].map(
      (name) => String(names.indexOf(name)),
    ),
  );
  expect(canonicalJson({ a: "\uD83D", b: undefined })).toBe('{"a":"\uFFFD"}');
});

test("a signature is that of RFC 8032, and a key is named as RFC 7638 says", () => {
  const seed =
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  const key = keyOfSeed(Buffer.from(seed, "hex"));
  const none = Buffer.alloc(0);
  const signed = signForm(key, none);
  expect(Buffer.from(key.x, "base64url").toString("hex")).toBe(
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  );
  // The example of RFC 8037 is of this very key.
  expect(key.kid).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  expect(Buffer.from(signed.value, "base64url").toString("hex")).toBe(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
  const other = signingKeyOf("another secret");
  expect(judgeSignature(signed, none, [other, key])).toBe("holds");
  expect(judgeSignature(signed, Buffer.of(0), [key])).toBe("changed");
  expect(judgeSignature(signed, none, [other])).toBe("other-key");
  // A known name on a key that is not its own.
  const posing = [{ kid: key.kid, x: other.x }];
  expect(judgeSignature(signed, none, posing)).toBe("other-key");
  const lastLetter = `${signed.value.slice(0, -1)}x`;
  const alike = { ...signed, value: lastLetter };
  expect(judgeSignature(alike, none, [key])).toBe("changed");
});

/** The inputs with which implementations of RFC 6962 are tried. */
const inputs = [
  ...["", "00", "10", "2021", "3031", "40414243", "5051525354555657"],
  "606162636465666768696a6b6c6d6e6f",
];
const knownRoots = [
  ...["e3b0c442", "6e340b9c", "fac54203", "aeb6bcfe", "d37ee418"],
  ...["4e3bbb1f", "76e67dad", "ddb89be4", "5dc9da79"],
];

test("the root of so many leaves is the known one, and each of them is shown to be in it", () => {
  const leaves = inputs.map((hex) => hashLeaf(Buffer.from(hex, "hex")));
  let proofs = 0;
  for (const [count, known] of knownRoots.entries()) {
    const some = leaves.slice(0, count);
    const root = rootOf(some);
    expect(root.slice(0, 8)).toBe(known);
    for (const [position, leaf] of some.entries()) {
      const path = pathTo(some, position);
      const shown = { leaf, position, count, path };
      expect(rootByPath(shown)).toBe(root);
      for (const wrong of some.keys())
        if (wrong !== position)
          expect(rootByPath({ ...shown, position: wrong })).not.toBe(root);
      expect(rootByPath({ ...shown, position: count })).toBeUndefined();
      expect(rootByPath({ ...shown, path: [...path, root] })).toBeUndefined();
      proofs += 1;
    }
  }
  expect(proofs).toBe(36);
});

test("a day of several blocks has the root of one tree, and a way that is read from one block", () => {
  for (const count of [blockLeaves, blockLeaves + 1, 2 * blockLeaves + 700]) {
    const leaves = Array.from({ length: count }, (_, at) =>
      createHash("sha256").update(String(at)).digest("hex"),
    );
    const blocks = blockRoots(leaves);
    expect(rootOf(blocks)).toBe(rootOf(leaves));
    for (const position of [0, blockLeaves - 1, count - 1]) {
      const block = Math.floor(position / blockLeaves);
      const ofBlock = leaves.slice(
        block * blockLeaves,
        (block + 1) * blockLeaves,
      );
      expect([
        ...pathTo(ofBlock, position % blockLeaves),
        ...pathTo(blocks, block),
      ]).toEqual(pathTo(leaves, position));
    }
  }
});

const statement: Statement = {
  v: 1,
  reference: "H-7K4M-9QX2",
  version: 1,
  call: "Call for Advice",
  language: "en",
  sentAt: "2026-11-22T09:00:00.000Z",
  signedAt: "2026-11-22T09:00:00.000Z",
  isWithdrawn: false,
  answers: [
    { id: "what-first", question: "What first?", text: "Schools “first”." },
    { id: "email", question: "Your email", text: null },
  ],
  files: [
    { question: "files", name: "plan.txt", size: 17, sha256: "a".repeat(64) },
  ],
  salt: "c2FsdHNhbHRzYWx0c2FsdA",
};

/** A receipt among three of its day. */
function makeReceipt() {
  const key = signingKeyOf("a secret");
  const leaf = hashLeaf(leafForm(statement));
  const leaves = [hashLeaf(Buffer.of(1)), leaf, hashLeaf(Buffer.of(2))];
  const root = { day: "2026-11-22", count: 3, root: rootOf(leaves) };
  const text = writeReceiptFile({
    heard: "receipt",
    statement,
    signature: signForm(key, signedForm({ receipt: statement })),
    inclusion: {
      ...root,
      position: 1,
      path: pathTo(leaves, 1),
      signature: signForm(key, signedForm({ day: root })),
    },
  });
  return { text, known: { keys: [key], days: [] } };
}

test("one altered byte fails, wherever it stands", () => {
  const { text, known } = makeReceipt();
  const bytes = Buffer.from(text);
  expect(checkReceipt(bytes.toString(), known)).toMatchObject({ ok: true });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const passes = (altered: Buffer) => {
    try {
      return checkReceipt(decoder.decode(altered), known).ok;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  };
  // A letter large for small, a digit of another value.
  for (const bit of [1, 32])
    for (const [at, byte] of bytes.entries()) {
      if (bit === 32 && byte < 65) continue;
      const altered = Buffer.from(bytes);
      altered[at] = byte ^ bit;
      if (passes(altered)) expect.fail(`byte ${at} of ${bytes.length}`);
    }
});

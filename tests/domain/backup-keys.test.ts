import { generateIdentity, identityToRecipient } from "age-encryption";
import { describe, expect, test } from "vitest";
import {
  backUp,
  givenPortal,
  passphrase,
  refusalOf,
  restore,
} from "#tests/given/backups.ts";

const refusedAs = (reason: string) => ({
  problem: expect.objectContaining({ reason }) as unknown,
  left: [],
});

describe("the key", () => {
  test("another passphrase, none, a key for a passphrase: each is told apart", async () => {
    const { to } = await backUp(await givenPortal());
    const key = await generateIdentity();
    const refusals = await Promise.all([
      refusalOf(to, { opener: { passphrase: `${passphrase}.` } }),
      refusalOf(to, { opener: {} }),
      refusalOf(to, { opener: { identities: [key] } }),
      refusalOf(to, { opener: { identities: ["AGE-SECRET-KEY-1NONSENSE"] } }),
    ]);
    expect(refusals).toEqual([
      refusedAs("wrong-key"),
      refusedAs("needs-passphrase"),
      refusedAs("needs-passphrase"),
      refusedAs("not-an-identity"),
    ]);
  });

  test("each of several recipients opens it, and nobody else", async () => {
    const keys = await Promise.all([1, 2, 3].map(() => generateIdentity()));
    const recipients = await Promise.all(
      keys.slice(0, 2).map((key) => identityToRecipient(key)),
    );
    const { to } = await backUp(await givenPortal(), { lock: { recipients } });
    for (const key of keys.slice(0, 2))
      await restore(to, { opener: { passphrase, identities: [key] } });
    const other = { identities: [keys[2]!] };
    expect(await refusalOf(to, { opener: other })).toEqual(
      refusedAs("wrong-key"),
    );
    expect(await refusalOf(to, { opener: { passphrase } })).toEqual(
      refusedAs("needs-key"),
    );
  });

  test("what is no recipient locks nothing", async () => {
    const locked = backUp(await givenPortal(), {
      lock: { recipients: ["age1nobody"] },
    });
    await expect(locked).rejects.toMatchObject({
      problem: { reason: "not-a-recipient", given: "age1nobody" },
    });
  });
});

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import {
  addPasskey,
  maxPasskeyNameCharacters,
  namePasskey,
  removePasskey,
  selectOwnPasskeys,
} from "#app/domain/accounts/passkeys.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { accountAddress, passkeysAddress } from "#app/people-addresses.ts";
import { describePasskey } from "#app/screens/review/account.ts";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { AddPasskey, PasskeyList } from "#app/ui/review/passkey-forms.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";

const name = z.string().trim().max(maxPasskeyNameCharacters).default("");
const passkey = z.string().max(100);

const passkeyForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    credential: z.string().max(20_000),
    newName: name,
  }),
  z.object({ intent: z.literal("name"), passkey, name }),
  z.object({ intent: z.literal("remove"), passkey }),
]);

export const handle: RouteHandle = { passkeys: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-passkeys");
  const passkeys = await selectOwnPasskeys(context.db, staffId);
  return {
    title: staffPageTitle(context, "Passkeys"),
    passkeys: passkeys.map(describePasskey),
  };
}

const known = knownFields(passkeyForm);

/** Adds, names or removes one of one's own passkeys. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-passkeys");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, passkeyForm);
  if (submission.status !== "success") throw data(null, { status: 400 });
  const told = await change(context, {
    ...{ staffId, headers: request.headers, sent: submission.value },
  });
  return redirectWithFlash(context, passkeysAddress, told);
}

type Changing = {
  staffId: string;
  headers: Headers;
  sent: z.output<typeof passkeyForm>;
};

async function change(
  { auth, db, now }: RequestContext,
  { staffId, headers, sent }: Changing,
): Promise<{ kind: "success" | "notice"; text: string }> {
  const about = { staffId, now: now() };
  const tell = (isDone: boolean, text: string) =>
    isDone
      ? { kind: "success" as const, text }
      : { kind: "notice" as const, text: "Nothing was changed." };
  if (sent.intent === "add") {
    const name = sent.newName || "A passkey";
    const adding = { ...about, name, credential: sent.credential, headers };
    const isAdded = await addPasskey(auth, db, adding);
    return tell(isAdded, "The passkey is added. You can sign in with it.");
  }
  const own = { ...about, passkeyId: sent.passkey };
  if (sent.intent === "name") {
    const name = sent.name || "A passkey";
    return tell(await namePasskey(db, { ...own, name }), "It has its name.");
  }
  const isGone = await removePasskey(db, own);
  return tell(isGone, "The passkey is removed: nobody comes in with it.");
}

export default function Passkeys() {
  const { passkeys } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={accountAddress}>Your account</BackLink>
      <h1 className="govuk-heading-l">Passkeys</h1>
      <p className="govuk-body">
        A passkey is kept by your device and opened by your finger, face or PIN.
        Signing in with it stands for both the password and the code.
      </p>
      <PasskeyList passkeys={passkeys} />
      <AddPasskey reply={undefined} />
    </TwoThirds>
  );
}

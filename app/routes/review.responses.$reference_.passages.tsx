import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { describePassageRefusal } from "#app/screens/review/refusals.ts";
import { tagPassageWithAll } from "#app/domain/tagging/passages.server.ts";
import { readForReading } from "#app/domain/tagging/reading.server.ts";
import {
  readReadingView,
  responseHref,
} from "#app/screens/review/reading-view.ts";
import { describeReading } from "#app/screens/review/response.ts";
import { passageSchema } from "#app/domain/tagging/tagging-forms.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readPageWork,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { FormErrors, sentText } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import {
  PassageFields,
  type PlaceChoice,
} from "#app/ui/reading/passage-form.tsx";
import { TypedInVain, WithdrawnNotice } from "#app/ui/review/withdrawn.tsx";
import { sendOrGiveBack } from "#app/ui/reading/unsent-passage.ts";
import { ResponseTexts } from "#app/ui/reading/response-texts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: screen?.title },
];

/** The page of a refusal: the form as it was sent, and beside it the words to choose from. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, context, "tag-responses");
  const view = readReadingView(new URL(request.url).searchParams);
  const response = await requireResponse(context, reader, params.reference);
  // Nothing is tagged in one that was taken back, so none of its words is needed.
  const opened = { ...response, isClosed: isWithdrawn(response) };
  const now = context.now();
  const reading = { response: opened, query: "", reader, now };
  const page = await readForReading(context.db, reading);
  const title = `Tag a passage of ${response.reference}`;
  return {
    title: staffPageTitle(context, title),
    ...describeReading(page, view),
  };
}

/** Where the words of a passage stand more than once. */
type PlacesToChoose = { places?: PlaceChoice[] | undefined };

const known = withPageFields(knownFields(passageSchema, "view"));

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "tag-responses");
  const work = { actor, known, saving: "passage" as const };
  const { response, form: received } = await readPageWork(args, work);
  const form = parseForm(received, passageSchema, formProblems);
  if (form.status !== "success")
    return refuseForm<PlacesToChoose>(context, form);
  const { source, ...passage } = form.value;
  const { responseId, reference } = response;
  const outcome = await tagPassageWithAll(context.db, {
    responseId,
    ...source,
    ...passage,
    actor,
    now: context.now(),
    randomBytes: context.randomBytes,
  });
  if (!outcome.ok) {
    const { errors, places } = describePassageRefusal(outcome);
    return refuseForm(context, form, {
      errors,
      status: outcome.reason === "words-changed" ? 409 : 400,
      also: { places } satisfies PlacesToChoose,
    });
  }
  const view = readReadingView(received.fields.get("view"));
  const place = `at-${outcome.publicIds[0] ?? ""}`;
  return redirect(responseHref(reference, view, place), 303);
}

export const clientAction = ({
  request,
  serverAction,
}: ClientActionFunctionArgs) => sendOrGiveBack(request, serverAction);

export default function TagPassagePage() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const view = sentText(reply, "view", screen.view);
  const back = responseHref(screen.reference, readReadingView(view));
  return (
    <>
      <BackLink to={back}>Back to {screen.reference}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Tag a passage of {screen.reference}</h1>
      <div className="heard-reading heard-reading--form-first">
        {screen.withdrawal ? (
          <div className="heard-reading__work">
            <WithdrawnNotice withdrawal={screen.withdrawal} />
            <TypedInVain reply={reply} />
          </div>
        ) : (
          <form
            className="heard-reading__work"
            method="post"
            action={screen.actions.passages}
            noValidate
          >
            <PassageFields
              action={screen.actions.passages}
              view={view}
              sources={screen.sources}
              tags={screen.tags}
              lastUsedIds={screen.lastUsedIds}
              reply={reply}
            />
          </form>
        )}
        <div className="heard-reading__words">
          <ResponseTexts {...screen} />
        </div>
      </div>
    </>
  );
}

import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { describePassageRefusal } from "#app/domain/tagging/refusal-words.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { findResponseForReading } from "#app/domain/tagging/reading.server.ts";
import { readReadingView, responseHref } from "#app/domain/tagging/reading.ts";
import { describeReading } from "#app/domain/tagging/reading-screen.ts";
import {
  passageTagSchema,
  passageTextSchema,
} from "#app/domain/tagging/tagging-forms.ts";
import { findTriageStanding } from "#app/domain/triage/standing.server.ts";
import { firstErrors, sentText } from "#app/http/form-errors.server.ts";
import { requireStaff } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/received-form.server.ts";
import { BackLink } from "#app/ui/page-parts.tsx";
import {
  type PassageFormErrors,
  type PassageFormValues,
  type PlaceChoice,
} from "#app/ui/reading/passage-form.tsx";
import { PassageTagger } from "#app/ui/reading/passage-tagger.tsx";
import { ResponseTexts } from "#app/ui/reading/response-texts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: `Error: Tag a passage of ${screen?.reference ?? ""} – Heard` },
];

/** The page of a refusal: the form as it was sent, and beside it the words to choose from. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, context);
  const view = readReadingView(new URL(request.url).searchParams);
  const page = await findResponseForReading(context.db, {
    reference: params.reference ?? "",
    query: "",
    reader,
  });
  if (!page) throw data(null, { status: 404 });
  return describeReading(page, view);
}

export type PassageReply = {
  values: PassageFormValues;
  errors: PassageFormErrors;
  places?: PlaceChoice[];
};

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context);
  const { fields } = await readForm(args);
  const now = context.now();
  const response = await findTriageStanding(
    context.db,
    params.reference ?? "",
    now,
  );
  if (!response) throw data(null, { status: 404 });
  const text = parseWithZod(fields, { schema: passageTextSchema });
  const tag = parseWithZod(fields, { schema: passageTagSchema });
  if (text.status !== "success" || tag.status !== "success")
    return refuse(fields, { ...firstErrors(text), ...firstErrors(tag) });
  const { source, ...passage } = text.value;
  const outcome = await tagPassage(context.db, {
    responseId: response.responseId,
    ...source,
    ...passage,
    ...tag.value,
    actor,
    now,
    randomBytes: context.randomBytes,
  });
  if (!outcome.ok) {
    const { errors, places } = describePassageRefusal(outcome);
    return refuse(fields, errors, places);
  }
  const view = readReadingView(fields.get("view"));
  const place = `at-${outcome.publicId}`;
  return redirect(responseHref(response.reference, view, place), 303);
}

function refuse(
  fields: FormData,
  errors: PassageFormErrors,
  places?: PlaceChoice[],
) {
  const read = (name: keyof PassageFormValues) => sentText(fields, name);
  const reply: PassageReply = {
    values: {
      source: read("source"),
      quote: read("quote"),
      tagId: read("tagId"),
      memo: read("memo"),
      passageNewTagName: read("passageNewTagName"),
      passageNewTagDefinition: read("passageNewTagDefinition"),
    },
    errors,
    ...(places && { places }),
  };
  return data(reply, 400);
}

export default function TagPassagePage() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={screen.here}>Back to {screen.reference}</BackLink>
      <h1 className="govuk-heading-l">Tag a passage of {screen.reference}</h1>
      <div className="heard-reading">
        <div className="heard-reading__work">
          <PassageTagger
            action={screen.actions.passages}
            view={screen.view}
            sources={screen.sources}
            tags={screen.tags}
            formElement="form"
            isExpanded
            reply={reply}
          />
        </div>
        <div className="heard-reading__words">
          <ResponseTexts {...screen} />
        </div>
      </div>
    </>
  );
}

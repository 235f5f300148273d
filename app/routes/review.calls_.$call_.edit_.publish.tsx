import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { publishFormSchema } from "#app/domain/calls/authoring/forms.ts";
import { findProposal } from "#app/domain/calls/authoring/proposals.server.ts";
import { readPublishing } from "#app/domain/calls/authoring/publish-moment.ts";
import { publishingSteps } from "#app/domain/calls/authoring/publishing-steps.server.ts";
import { countUnderWayByVersion } from "#app/domain/drafts/under-way.server.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { findRouteChanges } from "#app/http/request/route-changes.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { describeRouteChanges } from "#app/screens/review/call-route-changes.ts";
import { describePublishing } from "#app/screens/review/call-publishing.ts";
import {
  stepProblems,
  whichChoices,
} from "#app/screens/review/call-step-words.ts";
import {
  cancelledDone,
  editProblems,
  notPublished,
  proposedDone,
  publishedWords,
  publishingSet,
  returnedDone,
} from "#app/screens/review/call-editor-words.ts";
import { describeTranslations } from "#app/screens/review/call-translation-standing.ts";
import { ProblemList } from "#app/ui/authoring/editor-parts.tsx";
import { PublishForm } from "#app/ui/authoring/publish-form.tsx";
import { ReturnedNote } from "#app/ui/authoring/returned-note.tsx";
import { TextChanges } from "#app/ui/authoring/text-changes.tsx";
import { TranslationStandings } from "#app/ui/authoring/translation-standings.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { RouteChanges } from "#app/ui/authoring/route-changes.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.shown.title },
];

/** What changes for whoever answers, before it is published. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { db } = context;
  const edited = await requireEditedCall(context, params.call);
  const screen = describePublishing(edited, {
    proposal: await findProposal(db, edited.call.id),
    names: await selectStaffNames(db),
    underWay: await countUnderWayByVersion(db, edited.call, context.now()),
    staffId,
  });
  const title = staffPageTitle(context, `Publish ${screen.callTitle}`);
  const routes = await findRouteChanges(edited, context.now());
  const ways = routes && describeRouteChanges(routes.changes, routes.forms);
  const translations = describeTranslations(edited);
  // Nobody decides on ways that are not told yet.
  const againHref =
    routes?.changes.kind === "being-found"
      ? editorAddress(edited.call.slug, "publish")
      : undefined;
  return new Unsent({ title, screen, translations, ways, againHref });
}

const known = knownFields(publishFormSchema);

/** Publishes what was looked at, asks for a colleague's look, or says what one came to. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm(args, known);
  const form = parseForm(received, publishFormSchema, editProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { call } = await requireEditedCall(context, params.call);
  const { step, rowVersion, note, again } = form.value;
  const { reason, reasonCy, aloneReason } = form.value;
  const asksAgain = again.length > 0 && {
    questions: again,
    reason: { en: reason, ...(reasonCy && { cy: reasonCy }) },
  };
  const now = context.now();
  const of = { callId: call.id, staffId, now, rowVersion };
  const moment = readPublishing(form.value, now);
  if (!moment.ok)
    return refuseForm(context, form, {
      errors: { [moment.field]: stepProblems[moment.reason] },
    });
  const done = await publishingSteps[step](context.db, {
    ...{ ...of, publishAt: moment.at },
    ...{ note, reason: aloneReason, asksAgain: asksAgain || undefined },
  });
  return redirectWithFlash(
    context,
    editorAddress(call.slug),
    done.ok
      ? { kind: "success", text: wordsOf[step](done) }
      : { kind: "notice", text: notPublished[done.reason] },
  );
}

const tellVersion = (done: object) =>
  "version" in done ? publishedWords(Number(done.version)) : publishingSet;
const wordsOf = {
  publish: tellVersion,
  approve: tellVersion,
  alone: tellVersion,
  propose: () => proposedDone,
  return: () => returnedDone,
  cancel: () => cancelledDone,
};

export default function PublishCall() {
  const { screen, translations, ways, againHref } =
    useLoaderData<typeof loader>().shown;
  const reply = useActionData<typeof action>();
  const { returned } = screen;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Publish what is changed
      </h1>
      {screen.proposedWords && (
        <p className="govuk-body">
          {screen.proposedWords} {screen.approvedWords}
        </p>
      )}
      {returned && <ReturnedNote {...returned} />}
      <Part heading="What changes">
        <ul className="govuk-list govuk-list--bullet">
          {screen.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
          {!screen.isChanged && <li>Nothing is changed.</li>}
        </ul>
        <p className="govuk-body">{screen.counts}.</p>
      </Part>
      {ways && screen.isChanged && (
        <Part heading="Who is asked what" id="ways">
          <RouteChanges {...ways} />
          {againHref && (
            <p className="govuk-body">
              <a className="govuk-link" href={againHref}>
                Load this page again
              </a>
            </p>
          )}
        </Part>
      )}
      {screen.texts.length > 0 && (
        <Part heading="Words before and after">
          <TextChanges places={screen.texts} />
        </Part>
      )}
      {translations.length > 0 && (
        <Part heading="Languages">
          <TranslationStandings standings={translations} />
        </Part>
      )}
      <Part heading="Before it is published">
        <ProblemList problems={screen.problems} />
      </Part>
      {screen.underWay.length > 0 && (
        <Part heading="Whoever has begun and not sent">
          <ul className="govuk-list govuk-list--bullet">
            {screen.underWay.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p className="govuk-body">{screen.meaning}</p>
      <PublishForm
        again={screen.again}
        whichChoices={whichChoices}
        way={againHref ? "none" : screen.way}
        rowVersion={screen.rowVersion}
        reply={reply}
      />
    </TwoThirds>
  );
}

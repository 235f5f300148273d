import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formPlaceAddress } from "#app/addresses.ts";
import { readTakenChoices } from "#app/domain/calls/equality.ts";
import { countEqualityAnswers } from "#app/domain/equality/equality.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { requireSender } from "#app/http/request/sent-respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import {
  describeEquality,
  equalityField,
  mostEqualityValues,
} from "#app/screens/public/equality.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Exit } from "#app/ui/exit-page.tsx";
import { PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "equality", data?.language);

export const handle: RouteHandle = { enhances: true };

/** Said before the questions: that they are optional, why they are asked and what is kept. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const sender = await requireSender(request, context, params.call);
  const words = wordsIn(sender.sent.language);
  const title = pageTitle(context, words, words.equality.heading);
  return { title, ...describeEquality(sender) };
}

/** Takes what was chosen; nothing, where the questions are skipped. There is no mistake to be made here. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { call, sent, holder } = await requireSender(
    request,
    context,
    params.call,
  );
  const { equality } = call.definition;
  const names = (equality?.questions ?? []).map(({ id }) => equalityField(id));
  const known = new Map(names.map((name) => [name, mostEqualityValues]));
  const { fields } = await readForm({ request, context }, known);
  const taken = equality
    ? readTakenChoices(equality, (id) =>
        fields.getAll(equalityField(id)).map(String),
      )
    : [];
  await countEqualityAnswers(context.db, { call, holder, taken });
  const answer = { slug: call.slug, draft: sent.publicId };
  return redirect(formPlaceAddress(answer, "sent"), 303);
}

export default function AboutEquality() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language).equality;
  return (
    <PageBody before={view.care && <Exit care={view.care} />}>
      <TwoThirds>
        <div
          data-heard-forget={view.callSlug}
          data-heard-draft={view.draftMark}
          hidden
        />
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.sentFirst}</p>
        <p className="govuk-body">{words.lead}</p>
        <form method="post" action={view.ownPath} noValidate>
          <div className="govuk-button-group">
            <ButtonLink to={view.questionsPath}>{words.begin}</ButtonLink>
            <Button kind="secondary">{words.skip}</Button>
          </div>
        </form>
        {view.why && (
          <Part heading={words.whyHeading}>
            <Prose text={view.why} />
          </Part>
        )}
        <Part heading={words.keptHeading}>
          <ul className="govuk-list govuk-list--bullet">
            {words.kept.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      </TwoThirds>
    </PageBody>
  );
}

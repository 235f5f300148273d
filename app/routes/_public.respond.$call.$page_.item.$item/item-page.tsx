import type { ReactNode } from "react";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { Words } from "#app/words/words.ts";
import { baseField } from "./base-field.ts";
import { ItemForm, type ItemFormView } from "./item-form.tsx";
import { KindForm } from "./kind-form.tsx";

type ItemPageProps = {
  view: Omit<ItemFormView, "fields"> & {
    /** Undefined where it is asked first what it is. */
    fields: ItemFormView["fields"] | undefined;
    heading: string;
    /** Of which response it is, and what comes of a change, once it was sent. */
    caption?: string;
    note?: string;
    kindError: string | undefined;
    kindPath: string;
    kindParameters: [name: string, value: string][];
  };
  reply: ItemPageReply | undefined;
  words: Words;
  /** To be read before the button is pressed. */
  children?: ReactNode;
};

type ItemPageReply = {
  typed: Record<string, string[]>;
  errors: Record<string, string[]>;
  saved?: { text?: string | undefined; base: string } | undefined;
};

/** One piece of evidence, as it is or as it came back. */
export function ItemPage({ view, reply, words, children }: ItemPageProps) {
  const errors = reply?.errors ?? {};
  const { fields, kindError } = view;
  const marks = {
    ...view.marks,
    ...(reply?.saved && { [baseField]: reply.saved.base }),
  };
  const typed = reply?.typed ?? view.typed;
  return (
    <PageBody
      before={
        <BackLink to={view.listPath}>{words.evidence.backToList}</BackLink>
      }
    >
      <TwoThirds>
        <ErrorSummary
          heading={words.form.errorSummaryHeading}
          errors={[
            ...(kindError ? [{ fieldId: "kind", message: kindError }] : []),
            ...Object.entries(errors).flatMap(([field, messages]) =>
              messages.map((message) => ({
                fieldId: field || undefined,
                message,
              })),
            ),
          ]}
        />
        {fields ? (
          <>
            {view.caption && (
              <span className="govuk-caption-l" translate="no">
                {view.caption}
              </span>
            )}
            <h1 className="govuk-heading-l">{view.heading}</h1>
            <p className="govuk-body">{words.evidence.formLead}</p>
            {view.note && <p className="govuk-body">{view.note}</p>}
            <ItemForm
              view={{ ...view, fields, typed, marks }}
              errors={errors}
              savedText={reply?.saved?.text}
              isUnsaved={reply !== undefined}
              words={words}
            >
              {children}
            </ItemForm>
          </>
        ) : (
          <KindForm
            path={view.kindPath}
            parameters={view.kindParameters}
            error={kindError}
            chosen={typed.kind?.[0]}
            words={words}
          />
        )}
      </TwoThirds>
    </PageBody>
  );
}

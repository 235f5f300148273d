import { OrderedList } from "../authoring/ordered-list.tsx";
import { ButtonLink } from "../button.tsx";
import type { FormReply } from "../form-reply.tsx";
import { BackLink, Part } from "../page-parts.tsx";

type KeptPageProps = {
  screen: {
    name: string;
    backHref: string;
    standing: string;
    publicHref: string | undefined;
    editHref: string;
    previewHref: string;
    publishHref: string;
    hasDraft: boolean;
    isPublished: boolean;
    items:
      | {
          one: string;
          newHref: string;
          list: {
            key: string;
            place: number;
            name: string;
            href: string;
            facts: string;
          }[];
        }
      | undefined;
    versions: {
      version: number;
      href: string;
      about: string;
      isCurrent: boolean;
    }[];
  };
  reply: FormReply | undefined;
};

/** One of the review's pages: where it stands, and what can be done with it. */
export function KeptPage({ screen, reply }: KeptPageProps) {
  const { items, versions, publicHref } = screen;
  return (
    <>
      <BackLink to={screen.backHref}>Pages</BackLink>
      <h1 className="govuk-heading-l">{screen.name}</h1>
      <p className="govuk-body">{screen.standing}</p>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <a className="govuk-link" href={screen.editHref}>
            Change the heading and the text
          </a>
        </li>
        <li>
          <a className="govuk-link" href={screen.previewHref}>
            See it as the public will
          </a>
        </li>
        {publicHref && (
          <li>
            <a className="govuk-link" href={publicHref}>
              See what the public reads now
            </a>
          </li>
        )}
        {(screen.hasDraft || screen.isPublished) && (
          <li>
            <a className="govuk-link" href={screen.publishHref}>
              {screen.hasDraft
                ? "Publish it, or throw the change away"
                : "Take it down"}
            </a>
          </li>
        )}
      </ul>
      {items && (
        <Part heading={`Each ${items.one}`} id="items">
          {items.list.length > 1 && (
            <p className="govuk-body">
              To move a {items.one}, type its new number and save the order.
            </p>
          )}
          {items.list.length > 0 && (
            <OrderedList items={items.list} what={items.one} reply={reply} />
          )}
          <ButtonLink to={items.newHref} kind="secondary">
            Add a {items.one}
          </ButtonLink>
        </Part>
      )}
      {versions.length > 0 && (
        <Part heading="Versions">
          <ul className="govuk-list govuk-list--spaced">
            {versions.map(({ version, href, about, isCurrent }) => (
              <li key={version}>
                <a className="govuk-link" href={href}>
                  Version {version}
                </a>
                : {about}
                {isCurrent && " (the public reads this)"}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

import { Button } from "../button.tsx";

type FindTagProps = {
  action: string;
  find: string;
  /** Where all tags are, while some are shown. */
  allHref: string | undefined;
};

/** A tag by a part of its name. */
export function FindTag({ action, find, allHref }: FindTagProps) {
  return (
    <form
      className="heard-find-tag heard-no-print"
      method="get"
      action={action}
      role="search"
      aria-label="Tags"
    >
      <label className="govuk-label heard-filters__label" htmlFor="find">
        Find a tag
      </label>
      <div className="heard-filters__search-row">
        <input
          className="govuk-input"
          id="find"
          name="find"
          type="search"
          defaultValue={find}
          autoComplete="off"
        />
        <Button kind="secondary">Find</Button>
      </div>
      {allHref && (
        <p className="govuk-body-s heard-find-tag__all">
          <a className="govuk-link" href={allHref}>
            All tags
          </a>
        </p>
      )}
    </form>
  );
}

import { createContext, type ReactNode, useContext } from "react";
import { WithoutScript } from "./without-script.tsx";

const IsPartOfPage = createContext(false);

/*
 * Several things can be saved on one page, and none of them may throw away what
 * stands in the others. So the page is one form: each part's button says where
 * the whole of it goes. On a page of its own the same part is a form of its own.
 */

type PageFormProps = {
  id: string;
  /** Where the form goes when Enter is pressed in a field. */
  action: string;
  /** Sent along with whichever part is saved. */
  fields: Record<string, string | number>;
  children: ReactNode;
};

export function PageForm({ id, action, fields, children }: PageFormProps) {
  return (
    <IsPartOfPage.Provider value={true}>
      <form id={id} method="post" action={action} noValidate>
        {/* A browser presses a form's first button when Enter is pressed in a field. */}
        <button
          type="submit"
          className="govuk-visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          Save
        </button>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </IsPartOfPage.Provider>
  );
}

/** Nothing can keep what is typed, or ask, where no script runs. */
export function LinksLoseIt() {
  return (
    <WithoutScript>
      <p className="govuk-inset-text">
        No script runs on this page, so a link out of this page loses what you
        typed. Press one of the buttons first: each of them keeps everything on
        this page.
      </p>
    </WithoutScript>
  );
}

type PartFormProps = {
  action: string;
  className?: string;
  /** Hidden fields; the page's form has them already where this is a part of it. */
  fields: Record<string, string | number>;
  children: ReactNode;
};

/** A form of its own, or a part of the page's. Its buttons carry `formAction`. */
export function PartForm(props: PartFormProps) {
  const { action, className, children } = props;
  if (useContext(IsPartOfPage))
    return <div className={`heard-part ${className ?? ""}`}>{children}</div>;
  return (
    <form className={className} method="post" action={action} noValidate>
      {Object.entries(props.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** A hidden field of a form of its own; nothing where the page's form has it. */
export function OwnField({ name, value }: { name: string; value: string }) {
  if (useContext(IsPartOfPage)) return null;
  return <input type="hidden" name={name} value={value} />;
}

import type { MouseEvent, ReactNode } from "react";
import { Way } from "./carried-ways.tsx";

type ButtonProps = {
  children: ReactNode;
  kind?: "primary" | "secondary" | "warning";
  /** Which of a form's buttons was pressed. */
  name?: string;
  value?: string;
  /** For a button outside its form. */
  form?: string;
  /** Where this button sends its form, where that is not the form's own address. */
  formAction?: string;
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
};

const kindClasses = {
  primary: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  warning: "govuk-button govuk-button--warning",
};

/** A submit button. A double click is made harmless by the server, not by disabling. */
export function Button({
  children,
  kind = "primary",
  name,
  value,
  form,
  formAction,
  onClick,
}: ButtonProps) {
  return (
    <button
      type="submit"
      className={kindClasses[kind]}
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** A button that leads back and looks like the link that other pages have there. */
export function BackButton({
  children,
  ...button
}: Pick<ButtonProps, "name" | "value" | "form" | "children">) {
  return (
    <button type="submit" className="govuk-back-link heard-back" {...button}>
      {children}
    </button>
  );
}

/** A link that leads on and looks like a button. */
export function ButtonLink({
  to,
  kind = "primary",
  isDownload,
  children,
}: {
  to: string;
  kind?: keyof typeof kindClasses;
  isDownload?: boolean;
  children: ReactNode;
}) {
  if (!isDownload)
    return (
      <Way to={to} className={kindClasses[kind]}>
        {children}
      </Way>
    );
  return (
    <a href={to} className={kindClasses[kind]} draggable="false" download>
      {children}
    </a>
  );
}

/** A link that starts something and looks like a button. */
export function StartLink({
  to,
  children,
}: {
  to: string;
  children: ReactNode;
}) {
  return (
    <a href={to} className="govuk-button govuk-button--start" draggable="false">
      {children}
      <svg
        className="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </a>
  );
}

import type { EqualityQuestions } from "#app/domain/calls/equality.ts";
import { choice } from "./parts.ts";

const notSaid = choice("prefer-not-to-say", "Prefer not to say");

/** The second step of the ethnic group, as the harmonised standard for England asks it. */
function background(
  group: string,
  called: string,
  backgrounds: [value: string, en: string][],
): EqualityQuestions["questions"][number] {
  return {
    id: `background-${group}`,
    under: { question: "ethnic-group", choice: group },
    label: { en: `Which describes your ${called} background best?` },
    choices: [
      ...backgrounds.map(([value, en]) => choice(value, en)),
      choice("another", `Any other ${called} background`),
      notSaid,
    ],
  };
}

/** In the words of the Government Statistical Service's harmonised standards. */
export const equalityQuestions: EqualityQuestions = {
  why: {
    en: "We want to know whether we have heard from everybody whom care and family help are for. Your answers show us whom we have not heard from yet.",
  },
  questions: [
    {
      id: "age",
      label: { en: "How old are you?" },
      choices: [
        choice("under-16", "Under 16"),
        choice("16-to-24", "16 to 24"),
        choice("25-to-44", "25 to 44"),
        choice("45-to-64", "45 to 64"),
        choice("65-and-over", "65 and over"),
        notSaid,
      ],
    },
    {
      id: "sex",
      label: { en: "What is your sex?" },
      choices: [choice("female", "Female"), choice("male", "Male"), notSaid],
    },
    {
      id: "ethnic-group",
      label: { en: "What is your ethnic group?" },
      choices: [
        choice("white", "White"),
        choice("mixed", "Mixed or multiple ethnic groups"),
        choice("asian", "Asian or Asian British"),
        choice("black", "Black, Black British, Caribbean or African"),
        choice("other", "Other ethnic group"),
        notSaid,
      ],
    },
    background("white", "White", [
      ["british", "English, Welsh, Scottish, Northern Irish or British"],
      ["irish", "Irish"],
      ["gypsy-or-traveller", "Gypsy or Irish Traveller"],
      ["roma", "Roma"],
    ]),
    background("mixed", "mixed or multiple", [
      ["white-and-black-caribbean", "White and Black Caribbean"],
      ["white-and-black-african", "White and Black African"],
      ["white-and-asian", "White and Asian"],
    ]),
    background("asian", "Asian", [
      ["indian", "Indian"],
      ["pakistani", "Pakistani"],
      ["bangladeshi", "Bangladeshi"],
      ["chinese", "Chinese"],
    ]),
    background("black", "Black", [
      ["caribbean", "Caribbean"],
      ["african", "African background"],
    ]),
    background("other", "other", [["arab", "Arab"]]),
    {
      id: "health",
      label: {
        en: "Do you have any physical or mental health conditions or illnesses lasting or expected to last 12 months or more?",
      },
      choices: [choice("yes", "Yes"), choice("no", "No"), notSaid],
    },
    {
      id: "looked-after",
      several: true,
      label: { en: "Which of these have you yourself ever lived in?" },
      hint: { en: "Select all that apply." },
      choices: [
        choice("foster-care", "Foster care"),
        choice("kinship-care", "Care by relatives or friends"),
        choice("childrens-home", "A children’s home"),
        choice("none", "None of these"),
        notSaid,
      ],
    },
  ],
};

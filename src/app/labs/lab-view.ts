import type { ReactNode } from 'react';
import type { LabStep } from '../../core/ecs/labs/lab.ts';

/** How a lab is drawn. Its log and its table are drawn alike for all labs, from the same steps as the picture. */
export interface LabView<Scenario, Picture> {
  /** The scenario in a line or two, above the picture. */
  Given(props: { readonly scenario: Scenario }): ReactNode;
  /** The fields by which the scenario is changed. */
  Controls(props: ControlsProps<Scenario>): ReactNode;
  /** Each part of the step with its name and its words (`PartWords`), and what is drawn beside them. */
  Picture(props: PictureProps<Scenario, Picture>): ReactNode;
}

export interface ControlsProps<Scenario> {
  /** As the learner has it, even where it cannot be; the findings stand below. */
  readonly draft: Scenario;
  onChange(draft: Scenario): void;
}

export interface PictureProps<Scenario, Picture> {
  readonly scenario: Scenario;
  readonly step: LabStep<Picture>;
}

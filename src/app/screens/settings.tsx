import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { type Settings as SettingsValues, settingRules } from '../../core/model/settings.ts';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { OnThisPage } from '../parts/reading/on-this-page.tsx';
import { DataSettings } from '../parts/record/data-settings.tsx';
import { DaysOff } from '../parts/record/days-off.tsx';
import { OwnIntervals } from '../parts/record/own-intervals.tsx';
import { PackSettings } from '../parts/record/pack-settings.tsx';
import type { NumberBounds } from '../parts/record/setting-faults.ts';
import { Choices, DateField, NumberField, Switch } from '../parts/record/setting-fields.tsx';
import { dateToday } from '../store/date-today.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** What the learner can set, and where the record lives. Everything acts at once; nothing is submitted. */
export function Settings(): ReactNode {
  const settings = useRecord((state) => state.settings);
  const set = useRecord((state) => state.setting);
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div className="settings-page">
      <OnThisPage place="beside" sections={groups} seen={null} />
      <div className="column">
        <ScreenHeading title="Settings" />
        <StudySettings settings={settings} set={set} />
        <PackSettings />
        <KeyboardSettings settings={settings} set={set} />
        <AppearanceSettings settings={settings} set={set} />
        <DataSettings />
        <About />
      </div>
    </div>
  );
}

const groups = [
  { id: 'study', title: 'Study' },
  { id: 'packs', title: 'Packs' },
  { id: 'keyboard', title: 'Keyboard' },
  { id: 'appearance', title: 'Appearance' },
  { id: 'data', title: 'Your data' },
  { id: 'about', title: 'About' },
] as const;

interface GroupProps {
  readonly settings: SettingsValues;
  readonly set: <Key extends keyof SettingsValues>(key: Key, value: SettingsValues[Key]) => void;
}

const recallBounds: NumberBounds = {
  least: Math.round(settingRules.desiredRetention.least * 100),
  most: Math.round(settingRules.desiredRetention.most * 100),
  unit: 'percent',
};

function StudySettings({ settings, set }: GroupProps): ReactNode {
  const { ports } = useStores();
  return (
    <section className="sheet settings-group" aria-labelledby="study">
      <h2 id="study">Study</h2>
      <DateField
        label="Exam date"
        hint="The days before it are planned so that you know most on that day. Leave it empty if you have no date."
        value={settings.examDate}
        today={dateToday(ports.clock)}
        onChange={(value) => set('examDate', value)}
      />
      <DaysOff value={settings.daysOff} onChange={(value) => set('daysOff', value)} />
      <NumberField
        label="Minutes a day"
        hint="Each day’s cards are chosen to fit into this time."
        value={settings.minutesPerDay}
        bounds={{ ...settingRules.minutesPerDay, unit: 'minutes' }}
        onChange={(value) => set('minutesPerDay', value)}
      />
      <NumberField
        label="New cards a day"
        hint="At most this many cards that you have never seen before. While an exam is at most 60 days ahead the plan decides, unless you want none."
        value={settings.newPerDay}
        bounds={{ ...settingRules.newPerDay, unit: 'cards' }}
        onChange={(value) => set('newPerDay', value)}
      />
      <NumberField
        label="How much you want to remember"
        hint="A card comes back when the chance that you still know it has fallen to this. A higher number means more reviews."
        value={Math.round(settings.desiredRetention * 100)}
        bounds={recallBounds}
        onChange={(value) => set('desiredRetention', value / 100)}
      />
      <OwnIntervals />
      <Switch
        label="Two rating buttons"
        hint="Again and Good only, instead of Again, Hard, Good and Easy."
        checked={settings.twoButtons}
        onChange={(value) => set('twoButtons', value)}
      />
      <p>
        <Link href="/marked">Your marked cards</Link>: suspended, flagged, and those with a note.
      </p>
    </section>
  );
}

function KeyboardSettings({ settings, set }: GroupProps): ReactNode {
  return (
    <section className="sheet settings-group" aria-labelledby="keyboard">
      <h2 id="keyboard">Keyboard</h2>
      <Switch
        label="Single-key shortcuts"
        hint="Letters and digits act while you study. Turn them off if speech input or a screen reader sends keys of its own."
        checked={settings.shortcuts}
        onChange={(value) => set('shortcuts', value)}
      />
      <Switch
        label="Space also rates"
        hint="On cards that you answer from memory, Space and Enter then rate your answer Good."
        checked={settings.spaceRates}
        onChange={(value) => set('spaceRates', value)}
      />
      <p>
        <Link href="/help/keyboard">All keys</Link>
      </p>
    </section>
  );
}

function AppearanceSettings({ settings, set }: GroupProps): ReactNode {
  return (
    <section className="sheet settings-group" aria-labelledby="appearance">
      <h2 id="appearance">Appearance</h2>
      <Choices
        legend="Colours"
        value={settings.theme}
        values={[
          ['system', 'Same as my device'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        onChange={(value) => set('theme', value)}
      />
      <Switch
        label="More contrast"
        hint="Stronger lines and text, plain backgrounds. If your device is set to more contrast, you get it anyway."
        checked={settings.contrast === 'more'}
        onChange={(value) => set('contrast', value ? 'more' : 'system')}
      />
      <Switch
        label="Less motion"
        hint="Nothing moves or fades. If your device is set to less motion, you get it anyway."
        checked={settings.motion === 'reduce'}
        onChange={(value) => set('motion', value ? 'reduce' : 'system')}
      />
      <NumberField
        label="Text size"
        hint="Compared with the normal text size of your browser."
        value={settings.textSize}
        bounds={{ ...settingRules.textSize, unit: 'percent' }}
        step={5}
        onChange={(value) => set('textSize', value)}
      />
    </section>
  );
}

function About(): ReactNode {
  return (
    <section className="sheet settings-group" aria-labelledby="about">
      <h2 id="about">About</h2>
      <p>
        Sveska is a notebook that quizzes you back. The code is under the MIT licence; each pack names its own. No
        account, no telemetry: nothing you do here leaves this device unless you export it.
      </p>
    </section>
  );
}

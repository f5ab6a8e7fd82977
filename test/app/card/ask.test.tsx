// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { matchView } from '../../../src/app/questions/arranged/match.tsx';
import { orderView } from '../../../src/app/questions/arranged/order.tsx';
import { Ask } from '../../../src/app/questions/ask.tsx';
import { commandView } from '../../../src/app/questions/files/command.tsx';
import { configView, jsonView } from '../../../src/app/questions/files/file-views.tsx';
import { choiceView } from '../../../src/app/questions/options/choice.tsx';
import { multiView } from '../../../src/app/questions/options/multi.tsx';
import type { QuestionView } from '../../../src/app/questions/question-view.ts';
import { clozeView } from '../../../src/app/questions/written/cloze.tsx';
import { recallView } from '../../../src/app/questions/written/recall.tsx';
import { typedView } from '../../../src/app/questions/written/typed.tsx';
import { typedClozeView } from '../../../src/app/questions/written/typed-cloze.tsx';
import type { Kind, QuestionOf, ResponseOf } from '../../../src/core/model/question.ts';
import { choice, cloze, multi, recall, typed } from '../study-builders.tsx';
import { command, config, json, match, order, typedCloze } from './kind-questions.ts';

afterEach(cleanup);

interface AskedProps<K extends Kind> {
  readonly view: QuestionView<K>;
  readonly question: QuestionOf<K>;
}

/** A screen with a question and nothing else: it holds the response, and shows what it holds. */
function Asked<K extends Kind>({ view, question }: AskedProps<K>): ReactNode {
  const [response, setResponse] = useState<ResponseOf<K> | null>(null);
  const ask = { view, question, response, missed: null, fieldId: 'answer', describedBy: 'message', shortcuts: true };
  return (
    <>
      <Ask<K> {...ask} deletion={1} promptId="prompt" onRespond={setResponse}>
        <p id="message">What is missing.</p>
      </Ask>
      <output>{JSON.stringify(response)}</output>
    </>
  );
}

const given = () => JSON.parse(screen.getByRole('status').textContent ?? '');
const user = userEvent.setup();
const write = (words: string) => () => user.type(screen.getByRole('textbox'), words);
const pick = (place: number) => async () => {
  const options = [...screen.queryAllByRole('radio'), ...screen.queryAllByRole('checkbox')];
  await user.click(options[place] as HTMLElement);
};
const chooseFirst = () => user.selectOptions(screen.getAllByRole('combobox')[0] as HTMLElement, 'Execution role');
const moveDown = () => user.click(screen.getAllByRole('button', { name: /down$/ })[0] as HTMLElement);

const alone: readonly (readonly [name: string, asked: ReactNode, respond: () => Promise<void>, response: object])[] = [
  [
    'choice',
    <Asked key="" view={choiceView} question={choice('one') as QuestionOf<'choice'>} />,
    pick(1),
    { option: 'beta' },
  ],
  [
    'multi',
    <Asked key="" view={multiView} question={multi('one') as QuestionOf<'multi'>} />,
    pick(2),
    { options: ['gamma'] },
  ],
  [
    'typed',
    <Asked key="" view={typedView} question={typed('one') as QuestionOf<'typed'>} />,
    write('spread'),
    { text: 'spread' },
  ],
  [
    'typed cloze',
    <Asked key="" view={typedClozeView} question={typedCloze} />,
    write('spread'),
    { card: 1, text: 'spread' },
  ],
  ['order', <Asked key="" view={orderView} question={order} />, moveDown, { steps: expect.any(Array) }],
  ['match', <Asked key="" view={matchView} question={match} />, chooseFirst, { pairs: { pull: 'execution' } }],
  ['command', <Asked key="" view={commandView} question={command} />, write('aws'), { text: 'aws' }],
  ['config', <Asked key="" view={configView} question={config} />, write('#'), { text: `${config.start}#` }],
  ['json', <Asked key="" view={jsonView} question={json} />, write(' '), { text: `${json.start} ` }],
];

describe('a question outside of every session', () => {
  it.each(alone)('%s: is asked, and hands over what is responded', async (_name, asked, respond, response) => {
    render(asked);
    expect(document.getElementById('prompt')).not.toBeEmptyDOMElement();
    expect(document.querySelector('#answer')).toHaveAttribute('aria-describedby', expect.stringMatching(/^message/));
    expect(given()).toBeNull();
    await respond();
    expect(given()).toMatchObject(response);
  });

  it.each([
    ['recall', <Asked key="" view={recallView} question={recall('one') as QuestionOf<'recall'>} />],
    ['cloze', <Asked key="" view={clozeView} question={cloze('one') as QuestionOf<'cloze'>} />],
  ])('%s: is asked without controls', (_name, asked) => {
    render(asked);
    expect(document.getElementById('prompt')).not.toBeEmptyDOMElement();
    expect(document.querySelector('#answer')).toBeNull();
  });

  it('that was answered shows what its blank hid, and takes no response any more', () => {
    const ask = {
      question: typedCloze,
      response: null,
      missed: null,
      fieldId: 'answer',
      describedBy: undefined,
      shortcuts: true,
    };
    render(<Ask {...ask} view={typedClozeView} deletion={1} isAnswered onRespond={() => {}} />);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.querySelector('.cloze-shown')).not.toBeNull();
  });
});

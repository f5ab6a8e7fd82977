/** An element as data: its name, its attributes, and what is in it. */
export type Tree =
  | string
  | readonly [name: string, attributes: Readonly<Record<string, string>>, inside: readonly Tree[]];

/** What an answered card looks like, before and after it was checked. */
export interface CardTrees {
  readonly asked: Tree;
  readonly answered: Tree;
}

/** From a press to the frame after the change that it made was painted, in ms, for each card. */
export interface AnswerPage {
  /** Answers so many cards on screen; the trees of the first ones are kept. */
  answer(count: number): Promise<readonly number[]>;
  trees(): readonly CardTrees[];
}

/** Text that both pages share; see `markWhenThere` for why it is a text. */
const timed = `
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  }));
  const pressed = async (press, isThere) => {
    const began = performance.now();
    press();
    do await painted(); while (!isThere());
    return performance.now() - began;
  };
`;
/** The app ignores presses for 200 ms after a card has changed. */
const guardMs = 250;

/** Answers the app's cards by their own controls. */
export const answerInApp = `{ ${timed}
  const kept = [];
  const find = (selector) => document.querySelector('main ' + selector);
  const isAnswered = () => find('#answer-heading') !== null;
  const treeOf = (node) => node.nodeType === 3 ? node.data : [
    node.localName,
    Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    [...node.childNodes].filter(({ nodeType }) => nodeType === 1 || nodeType === 3).map(treeOf),
  ];
  const check = () => [...document.querySelectorAll('main button')].find((one) => one.textContent.startsWith('Check answer'));
  const onward = () => find('.rating-3') ?? find('.rating') ?? find('.action-bar .button-primary');
  globalThis.answerPage = {
    trees: () => kept,
    async answer(count) {
      const taken = [];
      await wait(${guardMs});
      while (taken.length < count && find('form.card') !== null) {
        const asked = kept.length < 10 ? treeOf(find('form.card').closest('main')) : '';
        find('input[name=option]').click();
        await wait(0);
        check().click();
        while (!isAnswered()) await painted();
        if (asked !== '') kept.push({ asked, answered: treeOf(find('#answer-heading').closest('main')) });
        await wait(${guardMs});
        taken.push(await pressed(() => onward().click(), () => !isAnswered()));
        await wait(${guardMs});
      }
      return taken;
    },
  };
}`;

/** A React page that swaps given trees and does nothing else. */
export const swapInReact = `
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
${timed}
const elementOf = (tree, key) => typeof tree === 'string' ? tree : createElement(
  tree[0],
  { key, ...attributesOf(tree[1]) },
  ...(tree[2].length === 0 ? [] : [tree[2].map(elementOf)]),
);
const attributesOf = ({ style, value, checked, ...rest }) => ({
  ...rest,
  ...(value === undefined ? {} : { defaultValue: value }),
});
let show = () => {};
function Page() {
  const [tree, setTree] = useState('');
  show = setTree;
  return createElement('div', { onClick: () => globalThis.next() }, createElement('button', { id: 'ready' }, 'Ready'), elementOf(tree, '0'));
}
createRoot(document.getElementById('root')).render(createElement(Page));
globalThis.answerPage = {
  trees: () => [],
  async answer(count) {
    const cards = globalThis.given;
    const press = (tree) => {
      globalThis.next = () => show(tree);
      document.querySelector('#ready').click();
    };
    const taken = [];
    for (let n = 0; n < count; n += 1) {
      press(cards[n % cards.length].answered);
      await painted();
      await wait(${guardMs});
      taken.push(await pressed(() => press(cards[(n + 1) % cards.length].asked), () => true));
      await wait(${guardMs});
    }
    return taken;
  },
};
`;

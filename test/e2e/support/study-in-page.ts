/**
 * Runs inside the app's page: studies as fast as the screens allow by pressing their own controls, whatever is on
 * them (a card, a summary, nothing ready), until so many answers were rated. Presses that come before a control
 * acts (the guard of 200 ms) do nothing, as for a person, and are repeated. Each rating prints `rated <count>`.
 */
export async function studyInPage(wanted: number): Promise<void> {
  const find = (selector: string) => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)];
  const named = (words: RegExp) => find('button, a').filter((control) => words.test(control.textContent?.trim() ?? ''));
  const pressFirst = (controls: readonly (HTMLElement | undefined)[]) => controls.find(Boolean)?.click();
  const isAnswered = () => find('#answer-heading').length > 0;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const ask = () => {
    const options = find('input[name=option]') as HTMLInputElement[];
    if (options.length > 0 && !options.some(({ checked }) => checked)) pressFirst(options);
    pressFirst(find('.step-move:not([aria-disabled=true])'));
    for (const pair of find('select') as HTMLSelectElement[]) {
      pair.selectedIndex = 1;
      pair.dispatchEvent(new Event('change', { bubbles: true }));
    }
    pressFirst([...named(/^Show answer/), ...named(/^Check answer/)]);
  };
  const goOn = async () => {
    const onward = [/^Count all/, /^\d+ more$/, /^Practise ahead/, /^(Start|Continue) review/, /^Done$/];
    pressFirst(onward.flatMap((words) => named(words)));
    await wait(50);
    // "10 more" has nothing to add when another tab has just asked those cards.
    pressFirst(named(/^Done$/));
  };
  for (let rated = 0; rated < wanted; ) {
    await wait(10);
    if (isAnswered()) {
      pressFirst([...find('.rating-3'), ...named(/^Continue$/), ...find('.rating')]);
      await wait(0);
      if (isAnswered()) continue;
      rated += 1;
      console.log(`rated ${rated}`);
    } else if (named(/^Count all/).length === 0 && find('form.card:not(.setup)').length > 0) ask();
    else await goOn();
  }
}

/** Runs before the app: prints `saved <log>:<n>` whenever the app shows another entry as saved. */
export function printSaved(): void {
  let last = '';
  const look = () => {
    const saved = document.querySelector<HTMLElement>('.save-mark')?.dataset.saved ?? '';
    if (saved === '' || saved === last) return;
    last = saved;
    console.log(`saved ${saved}`);
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-saved'],
  });
}

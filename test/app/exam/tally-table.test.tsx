// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { TallyTable } from '../../../src/app/parts/exam/tally-table.tsx';
import { rowsOf } from './exam-screen.tsx';

afterEach(cleanup);

const part = (title: string, right: number, of: number) => ({ key: title, title, tally: { right, of } });

describe('how much of each part was right', () => {
  it('is a share where there were enough to say', () => {
    render(<TallyTable of="Domain" parts={[part('Security', 3, 5), part('Deployment', 1, 4)]} />);
    expect(rowsOf(screen.getByRole('table'))).toEqual([
      ['Security', '3 of 5', '60 %'],
      ['Deployment', '1 of 4', 'too few to say'],
    ]);
  });

  it('is no column of shares where every part had too few', () => {
    render(<TallyTable of="Domain" parts={[part('Security', 3, 4), part('Deployment', 1, 4)]} />);
    expect(rowsOf(screen.getByRole('table'))).toEqual([
      ['Security', '3 of 4'],
      ['Deployment', '1 of 4'],
    ]);
    expect(screen.queryByRole('columnheader', { name: 'Share' })).toBeNull();
  });
});

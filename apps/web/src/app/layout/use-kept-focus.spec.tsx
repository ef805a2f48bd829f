import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { useKeptFocus } from './use-kept-focus';

function Page() {
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const [published, setPublished] = useState(false);
  const [asking, setAsking] = useState(true);
  return (
    <main ref={main} tabIndex={-1}>
      <div data-testid="actions">
        {!published && <button onClick={() => setPublished(true)}>Publish</button>}
        <button>Save</button>
      </div>
      <div data-testid="question">
        <dialog open={asking}>{asking && <button onClick={() => setAsking(false)}>Yes</button>}</dialog>
      </div>
    </main>
  );
}

function press(name: string): void {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

describe('the focus of a page', () => {
  afterEach(cleanup);

  it('stays beside a button that its own success takes away', async () => {
    render(<Page />);
    press('Publish');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('actions')));
  });

  it('leaves a dialog that has closed', async () => {
    render(<Page />);
    press('Yes');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('question')));
  });

  it('stays where somebody has put it meanwhile', async () => {
    render(<Page />);
    screen.getByRole('button', { name: 'Publish' }).focus();
    screen.getByRole('button', { name: 'Save' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  });
});

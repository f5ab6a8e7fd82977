// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openApp } from '../study-builders.tsx';

afterEach(cleanup);

/** The lab with its fields open. */
async function openPorts() {
  openApp('/labs/ports', { marks: { 'hw:abcdefghijklmnopqrst': '1' } });
  await screen.findByRole('button', { name: 'Next step' });
  fireEvent.click(screen.getByText('Change the scenario'));
  return screen.getByLabelText<HTMLTextAreaElement>('In the task definition');
}

const address = () => decodeURIComponent(location.search);

describe('the port lab on screen', () => {
  it('writes what a field says into the task definition, by keyboard', async () => {
    const user = userEvent.setup();
    const definition = await openPorts();
    await user.selectOptions(screen.getByLabelText('Network mode'), 'host');
    await user.clear(screen.getByLabelText('hostPort 1 (or empty)'));
    expect(JSON.parse(definition.value)).toEqual({
      networkMode: 'host',
      containerDefinitions: [{ name: 'web', portMappings: [{ containerPort: 80, protocol: 'tcp' }] }],
    });
    screen.getByRole('button', { name: 'To the end' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getAllByText(/Copy 1 has TCP port 80\./).length).toBeGreaterThan(0);
  });

  it('takes the fields from the task definition, and says what cannot be read', async () => {
    const definition = await openPorts();
    const write = (text: string) => {
      fireEvent.change(definition, { target: { value: text } });
      fireEvent.blur(definition);
    };
    write('{"networkMode":"awsvpc","containerDefinitions":[{"name":"api","portMappings":[{"containerPort":3000}]}]}');
    expect(screen.getByLabelText('Network mode')).toHaveValue('awsvpc');
    expect(screen.getByLabelText('Container 1')).toHaveValue('api');
    expect(screen.getByLabelText('hostPort 1 (or empty)')).toHaveValue(null);
    const before = address();
    write('{"networkMode":');
    expect(screen.getByText(/This is no JSON, so nothing was changed/)).toBeVisible();
    write('{"networkMode":"bridge","containerDefinitions":[{"portMappings":[{"containerPort":"80"}]}]}');
    expect(screen.getByText(/`portMappings.0.containerPort` is `80`\. .* Nothing was changed\./)).toBeVisible();
    expect(address()).toBe(before);
    fireEvent.change(screen.getByLabelText('Copies'), { target: { value: '3' } });
    expect(address()).toContain('"copies":3');
  });

  it('forgets what it said of a text once a field has written another', async () => {
    const definition = await openPorts();
    fireEvent.change(definition, { target: { value: '{' } });
    fireEvent.blur(definition);
    fireEvent.change(screen.getByLabelText('containerPort 1'), { target: { value: '81' } });
    expect(screen.queryByText(/This is no JSON/)).toBeNull();
    expect(definition.value).toContain('"containerPort": 81');
  });

  it('has a field for the range of dynamic ports and for what other tasks have', async () => {
    const user = userEvent.setup();
    await openPorts();
    await user.click(screen.getByLabelText('It sets ECS_DYNAMIC_HOST_PORT_RANGE'));
    expect(address()).toContain('"dynamicRange":{"first":40000,"last":40099}');
    await user.click(screen.getByLabelText('It sets ECS_DYNAMIC_HOST_PORT_RANGE'));
    expect(address()).not.toContain('dynamicRange');
    await user.click(screen.getByRole('button', { name: 'Add a port that another task has' }));
    await user.click(screen.getByRole('button', { name: 'To the end' }));
    expect(screen.getAllByText(/Another task has TCP port 8080\./).length).toBeGreaterThan(0);
  });
});

import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Calm greens for what can be acted on, and neutrals with a trace of them. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 5 },
  autoContrast: true,
  white: '#ffffff',
  black: '#1a201d',
  colors: {
    pine: [
      '#eef7f3',
      '#dcece5',
      '#b8d8cb',
      '#8fc2ae',
      '#6db095',
      '#57a586',
      '#459a79',
      '#33846a',
      '#1f6f5a',
      '#175646',
    ],
    gray: [
      '#f7f8f7',
      '#f0f2f1',
      '#e6e9e7',
      '#dadedc',
      '#c6ccc9',
      '#a3aba7',
      '#7a837f',
      '#525b57',
      '#363d3a',
      '#1c211f',
    ],
    dark: [
      '#dde2df',
      '#b5bcb8',
      '#98a09c',
      '#626a66',
      '#3f4643',
      '#303633',
      '#242927',
      '#181c1a',
      '#131615',
      '#0d100f',
    ],
    red: [
      '#fdf1ef',
      '#fae0dc',
      '#f3bfb8',
      '#eb9b91',
      '#e47c70',
      '#df685a',
      '#d95648',
      '#c2453a',
      '#a8352b',
      '#8c2a22',
    ],
  },
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Hints stand below their field, so that fields side by side stay in line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  },
});

/** Mantine's dimmed and error texts are too pale for small type on our neutrals. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-8)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});

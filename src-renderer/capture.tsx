// Mounts the small capture window into its page. Small on purpose: it is to be there at once.

import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QuickCapture } from './features/quick-capture/QuickCapture';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <QuickCapture />
  </StrictMode>,
);

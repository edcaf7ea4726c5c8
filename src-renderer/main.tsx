// Mounts the app into its page.

import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { App } from './shell/App';
import { createQuietRoot } from './ui/quiet-root';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createQuietRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

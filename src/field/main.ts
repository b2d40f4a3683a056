// First, so that a component's own style comes after the ground and wins.
import './field.css';
import { mount } from 'svelte';
import App from './App.svelte';
import OpenInChrome from './shell/OpenInChrome.svelte';
import { inAppBrowser } from './shell/in-app-browser.ts';
import { keepInstallOffer } from './shell/install.ts';

const target = document.body;
const { userAgent } = navigator;
const app = inAppBrowser(userAgent);

keepInstallOffer();
if (app) mount(OpenInChrome, { target, props: { app, address: location.href, userAgent } });
else mount(App, { target });

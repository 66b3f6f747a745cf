import { render } from 'preact'
import '@fontsource-variable/inter/wght.css'
import { App } from './app.tsx'
import './style.css'
import { language } from './texts.ts'
import { readTheme, showTheme } from './theme.ts'

document.documentElement.lang = language
showTheme(readTheme())
render(<App />, document.getElementById('app') as HTMLElement)

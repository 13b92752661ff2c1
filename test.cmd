@echo off
rem Runs all tests, or those named; arguments go to pytest. The first run brings everything it needs.
call "%~dp0tools\setup.cmd" || exit /b 1
cd /d "%~dp0"
".venv\Scripts\python.exe" -m pytest %*

@echo off
rem Starts dmhq with the Java that came with it, or the one in JAVA_HOME, or the first on the path.
setlocal DisableDelayedExpansion
set "ROOT=%~dp0.."
set "JAVA="
for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%ROOT%\runtime\bin\java.exe" set "JAVA=%ROOT%\runtime\bin\java.exe"
if not exist "%JAVA%" goto missing
set "ARCHIVE=%ROOT%\lib\dmhq.jsa"
set "SHARED="
rem One that was made for another Java is passed over, which Java would remark on.
if exist "%ARCHIVE%" set SHARED="-XX:SharedArchiveFile=%ARCHIVE%" -Xlog:disable
rem Short-lived commands start faster with the simplest compiler and collector. A Java that is too old for one of these
rem is to get as far as saying so.
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto %SHARED% "-Ddmhq.archive=%ARCHIVE%" -jar "%ROOT%\lib\dmhq.jar" %*
exit /b %ERRORLEVEL%

:missing
echo dmhq: there is no Java at "%JAVA%"; install Java 17 or newer, or set JAVA_HOME to its folder.>&2
exit /b 2

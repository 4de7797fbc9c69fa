@echo off
rem Starts dmhq with the Java in JAVA_HOME, or else the first on the path.
setlocal
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "%~dp0..\lib\dmhq.jar" %*
exit /b %ERRORLEVEL%

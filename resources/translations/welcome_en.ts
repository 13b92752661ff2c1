<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>StepsDialog</name>
    <message numerus="yes">
        <source>Sales answers within %n days.</source>
        <translation>
            <numerusform>Sales answers within %n day.</numerusform>
            <numerusform>Sales answers within %n days.</numerusform>
        </translation>
    </message>
</context>
</TS>
